package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class WornHoursTests {

    private static final DeviceId DEVICE = new DeviceId("worn");
    private static final WornHours HOURS = new WornHours(7);

    @Test
    void everyMinuteIsAFrameOfEachStreamAtItsPlaceInTheMinute() {
        for (int minute = 0; minute < WornHours.MINUTES; minute++) {
            var frames = framesOf(HOURS.calm(20), minute);
            assertThat(frames.stream().map(SignalFrame::stream).collect(Collectors.toSet()))
                    .containsAll(Set.of(
                            StreamKind.BEATS,
                            StreamKind.HEART_RATE,
                            StreamKind.SKIN_CONDUCTANCE,
                            StreamKind.SKIN_TEMPERATURE,
                            StreamKind.MOTION,
                            StreamKind.STEPS));
            assertThat(frames).allSatisfy(frame -> {
                assertThat(frame.sampledAt().toEpochMilli()).isBetween(0L, 61_000L);
                assertThat(frame.endsAt().toEpochMilli()).isLessThanOrEqualTo(62_500);
            });
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        var again = new WornHours(7);
        for (int person = 0; person < WornHours.PEOPLE; person += 7) {
            assertThat(bytesOf(again.calm(person), 33)).isEqualTo(bytesOf(HOURS.calm(person), 33));
        }
        assertThat(bytesOf(new WornHours(8).calm(0), 33)).isNotEqualTo(bytesOf(HOURS.calm(0), 33));
    }

    @Test
    void noTwoPeopleAreAlike() {
        var seen = new HashSet<List<Byte>>();
        for (int person = 0; person < WornHours.PEOPLE; person++) {
            byte[] bytes = bytesOf(HOURS.calm(person), 5);
            assertThat(seen.add(Arrays.asList(boxed(bytes)))).isTrue();
        }
    }

    @Test
    void beforeAStrainNothingIsOtherwiseAndInItTheHeartIsFaster() {
        var calm = HOURS.calm(3);
        var strained = HOURS.strained(3, 30);

        assertThat(bytesOf(strained, 29)).isEqualTo(bytesOf(calm, 29));
        assertThat(heartRate(strained, 34)).isGreaterThan(heartRate(calm, 34) + 8);
    }

    @Test
    void aStrainAtTheEndGoesOnWhereTheHoursBeginAnew() {
        var strained = HOURS.strained(3, WornHours.MINUTES - 2);

        assertThat(heartRate(strained, WornHours.MINUTES + 3)).isGreaterThan(heartRate(HOURS.calm(3), 3) + 5);
    }

    private static double heartRate(WornMinutes minutes, int minute) {
        var rates = framesOf(minutes, minute).stream()
                .filter(frame -> frame.stream() == StreamKind.HEART_RATE)
                .map(SignalFrame::content)
                .map(Series.class::cast)
                .findFirst()
                .orElseThrow();
        return rates.resolution()
                * rates.ticks().stream()
                        .filter(tick -> tick != Series.MISSING)
                        .average()
                        .orElseThrow();
    }

    private static List<SignalFrame> framesOf(WornMinutes minutes, int minute) {
        return minutes.at(minute).stream().map(WornHoursTests::frameOf).toList();
    }

    private static SignalFrame frameOf(WornMinutes.Piece piece) {
        var out = ByteBuffer.allocate(8_192);
        piece.mould().pourFrom(out, 42, piece.startMs());
        byte[] payload = Arrays.copyOf(out.array(), out.position());
        var decoded = FrameCodec.decode(DEVICE, piece.mould().stream().topicName(), payload);
        return ((Decoded.Accepted) decoded).frame();
    }

    private static byte[] bytesOf(WornMinutes minutes, int minute) {
        var out = ByteBuffer.allocate(65_536);
        minutes.at(minute).forEach(piece -> piece.mould().pourFrom(out, 1, piece.startMs()));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static Byte[] boxed(byte[] bytes) {
        var boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return boxed;
    }
}
