package org.handrail.ingest.direct;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.handrail.ingest.DirectFrames;
import org.handrail.ingest.PastFrames;
import org.handrail.ingest.RateSettings;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.DeviceRates;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.admission.Verdict;
import org.handrail.ingest.archive.Incoming;
import org.handrail.ingest.archive.Intake;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes frames on to the writers as long as no more than its allowance are under way, which the intake keeps room for. A
 * frame is under way until it is stored, so a database that is away is felt here at once. Any thread may call.
 */
public final class DirectIntake implements DirectFrames, PastFrames {

    /** Most frames under way: twice what one request may bring. */
    public static final int MOST_UNDER_WAY = 2_000;

    private static final Logger log = LoggerFactory.getLogger(DirectIntake.class);

    private static final IllegalStateException NO_ROOM_AFTER_ALL =
            new IllegalStateException("The broker overstepped its window and took the room of a direct frame");

    private final Admission admission;
    private final Refusals refusals;
    private final Intake intake;
    private final Clock clock;
    private final Counter received;

    /** Guarded by itself. Counts what comes here alone: a device that has two ways in may use both. */
    private final DeviceRates rates;

    private final Semaphore allowance = new Semaphore(MOST_UNDER_WAY);

    public DirectIntake(
            Admission admission,
            RateSettings rate,
            Refusals refusals,
            Intake intake,
            Clock clock,
            MeterRegistry meters) {
        this.admission = admission;
        this.rates = new DeviceRates(rate);
        this.refusals = refusals;
        this.intake = intake;
        this.clock = clock;
        this.received = meters.counter("handrail.ingest.received.direct");
    }

    @Override
    public Offered offer(List<SignalFrame> frames) {
        return offer(frames, this::decide);
    }

    @Override
    public Offered offerPast(MenteeId mentee, List<SignalFrame> frames) {
        return offer(frames, (frame, now) -> admission.decidePast(mentee, frame, now));
    }

    private Verdict decide(SignalFrame frame, Instant now) {
        return isFlooding(frame.id().device(), now)
                ? new Verdict.Refused(RefusalReason.TOO_MANY)
                : admission.decide(frame, now);
    }

    private Offered offer(List<SignalFrame> frames, BiFunction<SignalFrame, Instant, Verdict> deciding) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var admitted = new TreeMap<Integer, MenteeId>();
        var refused = new TreeMap<Integer, RefusalReason>();
        try {
            for (int place = 0; place < frames.size(); place++) {
                var verdict = deciding.apply(frames.get(place), now);
                if (verdict instanceof Verdict.Admitted entry) {
                    admitted.put(place, entry.mentee());
                } else if (verdict instanceof Verdict.Refused refusal) {
                    refused.put(place, refusal.reason());
                }
            }
        } catch (RuntimeException fault) {
            log.error("Pairing or consent could not be looked up; takes nothing, and the sender tries again", fault);
            return new NotNow();
        }
        if (!allowance.tryAcquire(admitted.size())) {
            return new NotNow();
        }
        received.increment(frames.size());
        refused.forEach((place, reason) -> countRefusal(frames.get(place).id().device(), reason));
        return new Taken(passOn(frames, admitted, now), refused);
    }

    @Override
    public void countRefusal(DeviceId device, RefusalReason reason) {
        refusals.count(Optional.of(device), reason);
        log.debug("Refuses a data point of device {}: {}", device, reason);
    }

    private boolean isFlooding(DeviceId device, Instant now) {
        synchronized (rates) {
            return rates.count(device, now) == DeviceRates.Pace.FLOODING;
        }
    }

    private CompletableFuture<Void> passOn(List<SignalFrame> frames, Map<Integer, MenteeId> admitted, Instant now) {
        var stored = new CompletableFuture<Void>();
        var missing = new AtomicInteger(admitted.size());
        if (admitted.isEmpty()) {
            stored.complete(null);
        }
        admitted.forEach((place, mentee) -> {
            var incoming = new Incoming(mentee, frames.get(place), now, () -> {
                allowance.release();
                if (missing.decrementAndGet() == 0) {
                    stored.complete(null);
                }
            });
            if (!intake.offer(incoming)) {
                allowance.release();
                stored.completeExceptionally(NO_ROOM_AFTER_ALL);
            }
        });
        return stored;
    }
}
