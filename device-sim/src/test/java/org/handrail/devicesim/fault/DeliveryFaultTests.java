package org.handrail.devicesim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.signals.Decoded;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameCodec.Format;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.handrail.signals.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryFaultTests {

    @Test
    void withoutANetworkNothingGoesOutAndThenAllOfItTheOldestFirst() {
        var wrist = Worn.with(new Fault.NetworkLoss(Worn.span(120, 180)));
        var away = new TimeWindow(Worn.minute(120), Worn.minute(180));
        var atOnce = new TimeWindow(Worn.minute(180), Worn.minute(180).plusMillis(1));

        assertThat(wrist.frames(away, Worn.LENGTH)).isEmpty();
        assertThat(wrist.frames(atOnce, Worn.LENGTH).toList())
                .startsWith(Worn.WEARER.frames(away, Worn.LENGTH).toArray(SignalFrame[]::new));
        assertThat(Worn.frames(wrist)).isEqualTo(Worn.sound());
    }

    @Test
    void oneLossOfTheNetworkMayEndInTheNext() {
        var wrist = Worn.with(new Fault.NetworkLoss(Worn.span(120, 150)), new Fault.NetworkLoss(Worn.span(140, 170)));

        assertThat(wrist.frames(new TimeWindow(Worn.minute(120), Worn.minute(170)), Worn.LENGTH))
                .isEmpty();
        assertThat(Worn.frames(wrist)).isEqualTo(Worn.sound());
    }

    @Test
    void aDoubledFrameIsTheSameFrameOnceMoreAndLater() {
        var doubled = new Fault.DoubledFrames(Worn.span(60, 400), 0.2, Duration.ofSeconds(70));
        var wrist = Worn.with(doubled);
        var frames = Worn.frames(wrist);
        long more = wrist.log(Worn.DAY, Worn.LENGTH).count(doubled, Effect.DOUBLED);

        assertThat(frames).hasSize(Worn.sound().size() + (int) more);
        assertThat(new HashSet<>(frames)).isEqualTo(new HashSet<>(Worn.sound()));
        assertThat((double) more / Worn.sound().size() * 480 / 340).isBetween(0.16, 0.24);
    }

    @Test
    void aShuffledFrameIsPassedByOthersButNotForLongerThanTheBound() {
        var bound = Duration.ofMinutes(5);
        var shuffled = new Fault.ShuffledFrames(Worn.span(0, 400), 0.3, bound);
        var frames = Worn.frames(Worn.with(shuffled));
        var latest = Worn.START;
        long late = 0;
        for (var frame : frames) {
            var madeAt = FrameCutter.completeAt(frame);
            assertThat(madeAt).isAfterOrEqualTo(latest.minus(bound));
            late += madeAt.isBefore(latest) ? 1 : 0;
            latest = madeAt.isAfter(latest) ? madeAt : latest;
        }

        assertThat(late).isGreaterThan(100);
        assertThat(new ArrayList<>(frames)).containsExactlyInAnyOrderElementsOf(Worn.sound());
    }

    static Stream<Arguments> refusedFor() {
        return Stream.of(
                Arguments.of(Corruption.CUT_SHORT, RefusalReason.MALFORMED),
                Arguments.of(Corruption.WRONG_TYPE, RefusalReason.MALFORMED),
                Arguments.of(Corruption.OTHER_VERSION, RefusalReason.UNKNOWN_VERSION),
                Arguments.of(Corruption.UNKNOWN_STREAM, RefusalReason.UNKNOWN_STREAM),
                Arguments.of(Corruption.TOO_LARGE, RefusalReason.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @MethodSource("refusedFor")
    void aSpoiltPayloadIsRefusedForThatReasonAndAllOthersAreRead(Corruption how, RefusalReason reason) {
        var corrupt = new Fault.CorruptFrames(Span.always(), 0.2, how);
        for (var format : Format.values()) {
            var wrist = Worn.with(corrupt);
            var wrapping = wrist.wrapping(Wrapping.plain(format));
            var spoilt = wrist.log(Worn.DAY, Worn.LENGTH).frames(corrupt, Effect.CORRUPTED);
            assertThat(spoilt).isNotEmpty();
            for (var frame : Worn.frames(wrist)) {
                var decoded = decoded(wrapping.wrap(frame));
                if (spoilt.contains(frame.id())) {
                    assertThat(decoded)
                            .isInstanceOfSatisfying(
                                    Decoded.Refused.class,
                                    refused -> assertThat(refused.reason()).isEqualTo(reason));
                } else {
                    assertThat(decoded).isEqualTo(new Decoded.Accepted(frame));
                }
            }
        }
    }

    @Test
    void impossibleValuesCanBeReadAndComeFromNoWrist() {
        var corrupt = new Fault.CorruptFrames(Span.always(), 0.2, Corruption.IMPOSSIBLE_VALUES);
        var wrist = Worn.with(corrupt);
        var wrapping = wrist.wrapping(Wrapping.plain(Format.CBOR));
        var spoilt = wrist.log(Worn.DAY, Worn.LENGTH).frames(corrupt, Effect.CORRUPTED);

        assertThat(Worn.frames(wrist)).allSatisfy(frame -> {
            var read = ((Decoded.Accepted) decoded(wrapping.wrap(frame))).frame();
            assertThat(read.equals(frame)).isEqualTo(!spoilt.contains(frame.id()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonSaysIsNeverSpoilt(Corruption how) {
        var wrist = Worn.with(new Fault.CorruptFrames(Span.always(), 1, how));
        var wrapping = wrist.wrapping(Wrapping.plain(Format.CBOR));
        var said = Worn.sound().stream()
                .filter(frame -> !frame.stream().isSensor())
                .toList();

        assertThat(said)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(decoded(wrapping.wrap(frame))).isEqualTo(new Decoded.Accepted(frame)));
    }

    private static Decoded decoded(Wrapping.Wrapped wrapped) {
        var up = Topics.parseUp(wrapped.topic()).orElseThrow();
        return FrameCodec.decode(up.device(), up.stream(), wrapped.payload());
    }

    @Test
    void allFaultsOfDeliveryTogetherStillSendEveryFrame() {
        List<Fault> faults = List.of(
                new Fault.NetworkLoss(Worn.span(100, 160)),
                new Fault.DoubledFrames(Worn.span(0, 300), 0.3, Duration.ofSeconds(45)),
                new Fault.ShuffledFrames(Worn.span(0, 300), 0.3, Duration.ofSeconds(200)));
        var frames = Worn.frames(Worn.with(faults.toArray(Fault[]::new)));

        assertThat(new HashSet<>(frames)).isEqualTo(new HashSet<>(Worn.sound()));
    }
}
