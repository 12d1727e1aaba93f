package org.handrail.companion.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.analytics.Night;
import org.handrail.devicesim.fault.FaultLog;
import org.handrail.devicesim.scenario.Scenario;
import org.handrail.devicesim.scenario.TroubledStretch;
import org.handrail.devicesim.scenario.WristFault;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.TimeWindow;

/** What came of a scenario, beside what truly was. All times are the scenario's own. */
public record ScenarioReport(Scenario scenario, Duration took, List<Life> lives) {

    /**
     * Of one persona.
     *
     * @param published frames that the watch handed to the broker
     * @param stored frames of it in the archive
     * @param known frames that had been stored before, as of a watch that sends some twice
     * @param refused frames that the house did not take, by its reason
     * @param needless risk windows that touch no strained stretch
     */
    public record Life(
            String name,
            ZoneId zone,
            long published,
            long stored,
            long known,
            Map<RefusalReason, Long> refused,
            List<Stretch> stretches,
            List<Found> needless,
            List<Night> nights,
            List<Damage> faults) {

        public Life {
            refused = Map.copyOf(refused);
            stretches = List.copyOf(stretches);
            needless = List.copyOf(needless);
            nights = List.copyOf(nights);
            faults = List.copyOf(faults);
        }

        public long refusals() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What a fault truly did.
     *
     * @param frames how many it did what to
     */
    public record Damage(WristFault fault, Map<FaultLog.Effect, Long> frames) {
        public Damage {
            frames = Map.copyOf(frames);
        }
    }

    /** A strained stretch, and the first risk window that touches it. */
    public record Stretch(TroubledStretch truth, Optional<Found> found) {

        /** From its beginning until the house could know of it; never negative. */
        public Optional<Duration> delay() {
            return found.map(window -> Duration.between(truth.strain().window().start(), window.knownAt()))
                    .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
        }
    }

    /**
     * A risk window that the engine opened. One that was open at the end ends with the scenario.
     *
     * @param openedAt in the time of the samples
     * @param knownAt when those samples could have reached the house: later, where there was no network
     */
    public record Found(TimeWindow span, Instant openedAt, Instant knownAt, String sentence) {}

    public ScenarioReport {
        lives = List.copyOf(lives);
    }

    public long published() {
        return lives.stream().mapToLong(Life::published).sum();
    }

    public long stored() {
        return lives.stream().mapToLong(Life::stored).sum();
    }

    public long known() {
        return lives.stream().mapToLong(Life::known).sum();
    }

    public long refused() {
        return lives.stream().mapToLong(Life::refusals).sum();
    }

    /** Whether the house can say of every frame what became of it. */
    public boolean isWhole() {
        return stored() + known() + refused() >= published();
    }
}
