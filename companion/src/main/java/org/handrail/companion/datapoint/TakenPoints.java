package org.handrail.companion.datapoint;

import java.util.List;

/**
 * What is answered where something was taken.
 *
 * @param accepted how many data points are stored now, those among them that were known already
 */
record TakenPoints(int accepted, List<RefusedPoint> refused) {}
