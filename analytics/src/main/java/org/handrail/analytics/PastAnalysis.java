package org.handrail.analytics;

import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Analyses a past that is brought along when later time has been analysed already, where the lanes cannot go back. It goes
 * from nothing known of the mentee, is written into the record, told to nobody, and teaches the lanes nothing.
 */
@FunctionalInterface
public interface PastAnalysis {

    /**
     * What the record holds already stays as it is. All is written, or nothing.
     *
     * @param span of the frames
     * @param frames in the order in which they were complete
     * @return how many minutes are new in the record
     */
    long analyse(MenteeId mentee, TimeWindow span, Iterable<SignalFrame> frames);
}
