package org.handrail.companion.datapoint;

import org.handrail.signals.DataPoints;
import org.handrail.signals.RefusalReason;

/**
 * A data point that is not taken.
 *
 * @param pointer JSON pointer to the field, or to the data point
 */
record RefusedPoint(String pointer, RefusalReason reason, String detail) {

    static RefusedPoint of(DataPoints.Fault fault) {
        return new RefusedPoint(fault.pointer(), fault.reason(), fault.detail());
    }

    static RefusedPoint of(String pointer, RefusalReason reason) {
        return new RefusedPoint(pointer, reason, reason.sentence());
    }
}
