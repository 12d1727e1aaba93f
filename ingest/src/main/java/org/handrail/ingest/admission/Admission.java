package org.handrail.ingest.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;

/**
 * Decides whether a decoded frame may enter. It must be of a paired device, of a mentee who consents to collection, of a
 * time that can be, and in its majority {@linkplain Plausibility plausible}; the first rule broken is the reason given.
 *
 * <p>Pure, as far as the two look-ups are: it asks no clock and remembers nothing.
 */
public final class Admission {

    /** Longest span of one frame. The archive relies on it to find the frames that reach into a window. */
    public static final Duration LONGEST_FRAME = Duration.ofHours(48);

    /**
     * How far back a frame can lie that comes again: a watch keeps it at most as long as it is admitted, and when it first
     * came it could be as old again.
     */
    public static Duration lookBack(AdmissionSettings settings) {
        return settings.oldest().plus(LONGEST_FRAME).multipliedBy(2);
    }

    private final AdmissionSettings settings;
    private final Function<DeviceId, Optional<MenteeId>> menteeOf;
    private final Predicate<MenteeId> consents;

    public Admission(
            AdmissionSettings settings, Function<DeviceId, Optional<MenteeId>> menteeOf, Predicate<MenteeId> consents) {
        this.settings = settings;
        this.menteeOf = menteeOf;
        this.consents = consents;
    }

    public boolean isPaired(DeviceId device) {
        return menteeOf.apply(device).isPresent();
    }

    public Verdict decide(SignalFrame frame, Instant now) {
        return menteeOf.apply(frame.id().device())
                .map(mentee -> decide(mentee, frame, now, now.minus(settings.oldest())))
                .orElseGet(() -> new Verdict.Refused(RefusalReason.NOT_PAIRED));
    }

    /** Decides on a frame that no paired device has sent: of the mentee's own past, which may be however old. */
    public Verdict decidePast(MenteeId mentee, SignalFrame frame, Instant now) {
        return decide(mentee, frame, now, Instant.MIN);
    }

    private Verdict decide(MenteeId mentee, SignalFrame frame, Instant now, Instant oldest) {
        if (!consents.test(mentee)) {
            return new Verdict.Refused(RefusalReason.NO_CONSENT);
        }
        if (frame.endsAt().isAfter(now.plus(settings.ahead()))) {
            return new Verdict.Refused(RefusalReason.FROM_THE_FUTURE);
        }
        if (frame.endsAt().isBefore(oldest)) {
            return new Verdict.Refused(RefusalReason.TOO_OLD);
        }
        if (frame.content().span().compareTo(LONGEST_FRAME) > 0 || !Plausibility.isPlausible(frame)) {
            return new Verdict.Refused(RefusalReason.IMPLAUSIBLE);
        }
        return new Verdict.Admitted(mentee);
    }
}
