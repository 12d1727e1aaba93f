package org.handrail.devicesim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.fault.Fault.CounterAfter;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.signals.FrameCodec.Format;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyWristTests {

    private static final Span HOUR = Worn.span(120, 180);

    static Stream<Fault> everyFault() {
        return faults(() -> HOUR);
    }

    private static Stream<Fault> faults(Supplier<Span> when) {
        return Stream.of(
                new Fault.MissedBeats(when.get(), 0.5),
                new Fault.MotionArtifacts(when.get(), 30, Duration.ofSeconds(15)),
                new Fault.OffWrist(when.get()),
                new Fault.Charging(when.get(), 100),
                new Fault.BatteryDeath(when.get(), Duration.ofMinutes(60)),
                new Fault.ClockDrift(when.get(), 200),
                new Fault.ClockJump(when.get(), Duration.ofMinutes(-7)),
                new Fault.LocalTime(when.get(), ZoneId.of("America/New_York")),
                new Fault.Restart(when.get(), CounterAfter.GOES_ON),
                new Fault.LostFrames(when.get(), 0.3),
                new Fault.NetworkLoss(when.get()),
                new Fault.DoubledFrames(when.get(), 0.3, Duration.ofSeconds(90)),
                new Fault.ShuffledFrames(when.get(), 0.3, Duration.ofSeconds(150)),
                new Fault.CorruptFrames(when.get(), 0.3, Corruption.CUT_SHORT));
    }

    @Test
    void aPlanWithoutFaultsSendsWhatTheSourceSends() {
        assertThat(Worn.frames(Worn.with())).isEqualTo(Worn.sound()).isNotEmpty();
        assertThat(Worn.with().log(Worn.DAY, Worn.LENGTH).deeds()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFault")
    void aFaultDoesSomethingAndNothingWellBeforeOrAfterItsSpan(Fault fault) {
        var wrist = Worn.with(fault);

        assertThat(without(fault, Worn.frames(wrist))).isEqualTo(without(fault, Worn.sound()));
        assertThat(wrist.log(Worn.DAY, Worn.LENGTH).deeds())
                .isNotEmpty()
                .allMatch(deed -> deed.fault().equals(fault));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, -20, 4_711})
    void theSamePlanSendsTheSameBytesHoweverItIsAsked(long seed) {
        var plan = everything(seed);
        var atOnce = plan.over(Worn.WEARER, Worn.START);
        var asked = plan.over(Worn.WEARER, Worn.START);
        var pieces = new ArrayList<SignalFrame>();
        var deeds = new ArrayList<FaultLog.Deed>();
        var random = new Random(seed);
        for (Instant from = Worn.DAY.start(); from.isBefore(Worn.DAY.end()); ) {
            Instant drawn = from.plusMillis(1 + random.nextInt(4_000_000));
            Instant to = drawn.isAfter(Worn.DAY.end()) ? Worn.DAY.end() : drawn;
            asked.frames(new TimeWindow(from, to), Worn.LENGTH).forEach(pieces::add);
            deeds.addAll(asked.log(new TimeWindow(from, to), Worn.LENGTH).deeds());
            from = to;
        }

        assertThat(bytes(plan, pieces)).as("seed %d", seed).isEqualTo(bytes(plan, Worn.frames(atOnce)));
        assertThat(deeds)
                .as("seed %d", seed)
                .isEqualTo(atOnce.log(Worn.DAY, Worn.LENGTH).deeds());
    }

    @Test
    void anotherSeedHitsOtherFrames() {
        var one = everything(1).over(Worn.WEARER, Worn.START);
        var other = everything(2).over(Worn.WEARER, Worn.START);

        assertThat(Worn.frames(one)).isNotEqualTo(Worn.frames(other));
    }

    @Test
    void whatWasCompleteBeforeTheStartGoesOutAsItIs() {
        var before = new TimeWindow(Worn.START.minusSeconds(3_600), Worn.START);

        assertThat(everything(3).over(Worn.WEARER, Worn.START).frames(before, Worn.LENGTH))
                .containsExactlyElementsOf(
                        Worn.WEARER.frames(before, Worn.LENGTH).toList());
    }

    @Test
    void onlyAWatchThatCountsCanLoseItsCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.of(1, new Fault.Restart(HOUR, CounterAfter.STARTS_OVER)))
                .withMessageContaining("counts by one");
    }

    private static FaultPlan everything(long seed) {
        var next = new AtomicInteger();
        var faults = new ArrayList<>(faults(() -> {
                    int from = 25 * next.getAndIncrement();
                    return Worn.span(from, from + 40);
                })
                .toList());
        faults.add(new Fault.Restart(Worn.span(200, 203), CounterAfter.STARTS_OVER));
        faults.add(new Fault.NetworkLoss(Worn.span(180, 190)));
        faults.add(new Fault.LocalTime(Worn.span(240, 400), ZoneId.of("Asia/Tokyo")));
        return new FaultPlan(seed, true, faults);
    }

    private static List<String> bytes(FaultPlan plan, List<SignalFrame> frames) {
        var wrapping = plan.over(Worn.WEARER, Worn.START).wrapping(Wrapping.plain(Format.CBOR));
        return frames.stream()
                .map(wrapping::wrap)
                .map(wrapped -> wrapped.topic() + HexFormat.of().formatHex(wrapped.payload()))
                .toList();
    }

    /** The frames that were not made from the hour before the span on until shortly after it. What was charged lasts longer. */
    private static List<SignalFrame> without(Fault fault, List<SignalFrame> frames) {
        return frames.stream()
                .filter(frame -> FrameCutter.completeAt(frame).isBefore(Worn.minute(60))
                        || FrameCutter.completeAt(frame).isAfter(Worn.minute(185)))
                .filter(frame -> !(fault instanceof Fault.Charging) || frame.stream() != StreamKind.DEVICE_STATUS)
                .toList();
    }
}
