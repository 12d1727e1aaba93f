package org.handrail.analytics.lane;

import java.util.List;
import org.handrail.analytics.detection.MenteeRun;

/**
 * What is to be written down of one mentee in one transaction.
 *
 * @param revision of the snapshot that the run went out from; 0 where there was none
 */
record Entry(MenteeRun run, long revision, List<Found> found) {}
