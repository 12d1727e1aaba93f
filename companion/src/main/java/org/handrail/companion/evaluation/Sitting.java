package org.handrail.companion.evaluation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.handrail.devicesim.recording.Recording;

/** One sitting of one person, read and kept, so that it can be judged again with other weights. */
record Sitting(String subject, Recording recording) {

    /** As if its first whole minute began so many seconds into it, 0 to 59: the method's minutes are those of the clock. */
    Recording from(int phase) {
        var start = recording.start().truncatedTo(ChronoUnit.MINUTES).minusSeconds(phase);
        return recording.shiftedBy(Duration.between(recording.start(), start));
    }
}
