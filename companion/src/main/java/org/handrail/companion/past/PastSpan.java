package org.handrail.companion.past;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.SignalFrame;

/**
 * Which frames of an export are a past. What has just been is not: a strained stretch in it could still be a reason to ask,
 * and a past must never be one. Pure.
 *
 * @param until what ended later is left out
 * @param analysedUntil up to there the mentee's time has been analysed; the lanes do not go back for what ended before
 * @param keptSince what ended before is older than the archive keeps frames
 */
public record PastSpan(Instant until, Instant analysedUntil, Instant keptSince) {

    private static final Duration LEAST_AGE = Duration.ofHours(1);

    /** @param freshness for so long a risk window is a reason to ask */
    static PastSpan at(Instant now, Duration freshness, Instant analysedUntil, Duration kept) {
        var leastAge = freshness.compareTo(LEAST_AGE) > 0 ? freshness : LEAST_AGE;
        return new PastSpan(now.minus(leastAge), analysedUntil, now.minus(kept));
    }

    boolean isPast(SignalFrame frame) {
        return !frame.endsAt().isAfter(until);
    }

    boolean isBeforeAnalysed(SignalFrame frame) {
        return !frame.endsAt().isAfter(analysedUntil);
    }

    boolean isOlderThanKept(SignalFrame frame) {
        return frame.endsAt().isBefore(keptSince);
    }
}
