package org.handrail.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.Given;
import org.handrail.signals.Answer;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.IntList;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionTests {

    private static final MenteeId MENTEE = Given.mentee();
    private static final DeviceId DEVICE = Given.device();
    private static final AdmissionSettings SETTINGS = new AdmissionSettings(Duration.ofDays(60), Duration.ofMinutes(2));

    private final Admission admission = new Admission(
            SETTINGS,
            device -> device.equals(DEVICE) ? Optional.of(MENTEE) : Optional.empty(),
            mentee -> mentee.equals(MENTEE));

    static Stream<Arguments> contents() {
        return Stream.of(
                row("an ordinary minute", StreamKind.HEART_RATE, series(70, 71, 72), true),
                row("ends of the range", StreamKind.HEART_RATE, series(20, 250), true),
                row("half outside", StreamKind.HEART_RATE, series(70, 10), true),
                row("more than half outside", StreamKind.HEART_RATE, series(70, 10, 300), false),
                row("one slip among good ones", StreamKind.SKIN_TEMPERATURE, series(31, 85, 31, 31), true),
                row("Fahrenheit by mistake", StreamKind.SKIN_TEMPERATURE, series(88, 88, 89), false),
                row(
                        "missing samples count neither way",
                        StreamKind.SKIN_CONDUCTANCE,
                        series(Double.NaN, Double.NaN, Double.NaN, 2.5),
                        true),
                row("nothing but missing samples", StreamKind.SKIN_CONDUCTANCE, series(Double.NaN, Double.NaN), true),
                row("nanosiemens by mistake", StreamKind.SKIN_CONDUCTANCE, series(2_500, 2_510), false),
                row("a negative conductance", StreamKind.SKIN_CONDUCTANCE, series(-1, -1), false),
                row("a fall", StreamKind.MOTION, series(0.1, 16, 0.1), true),
                row("milli-g by mistake", StreamKind.MOTION, series(980, 1_010), false),
                row("a run", StreamKind.STEPS, series(180), true),
                row("a day's sum instead of a sample's", StreamKind.STEPS, series(9_000), false),
                row("an hour's steps as one sample", StreamKind.STEPS, steps(Duration.ofHours(1), 9_000), true),
                row("an hour of running flat out", StreamKind.STEPS, steps(Duration.ofHours(1), 30_000), true),
                row("a day's steps within an hour", StreamKind.STEPS, steps(Duration.ofHours(1), 30_001), false),
                row("a begun second minute", StreamKind.STEPS, steps(Duration.ofSeconds(61), 1_000), true),
                row("more than two minutes hold", StreamKind.STEPS, steps(Duration.ofSeconds(61), 1_001), false),
                row("steps backwards", StreamKind.STEPS, steps(Duration.ofMinutes(1), -1), false),
                row("beats with a long gap", StreamKind.BEATS, Beats.of(800, -3_600_000, 810), true),
                row("a gap and no beat", StreamKind.BEATS, Beats.of(-60_000), true),
                row("beats in seconds by mistake", StreamKind.BEATS, Beats.of(1, 1, 1), false),
                row("beats half ectopic", StreamKind.BEATS, Beats.of(800, 150), true),
                row("beats mostly too long", StreamKind.BEATS, Beats.of(800, 3_100, 3_200), false),
                row(
                        "a night",
                        StreamKind.SLEEP,
                        new Sleep(List.of(new Sleep.Phase(Sleep.Stage.DEEP, Duration.ofHours(8)))),
                        true),
                row(
                        "three days in one frame",
                        StreamKind.SLEEP,
                        new Sleep(Collections.nCopies(3, new Sleep.Phase(Sleep.Stage.DEEP, Duration.ofHours(24)))),
                        false),
                row(
                        "an answer",
                        StreamKind.ANSWER,
                        new Answer(Optional.of(UUID.randomUUID()), Answer.Choice.OKAY),
                        true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("contents")
    void refusesOnlyWhatMostlyCannotComeFromAWrist(StreamKind stream, FrameContent content, boolean admitted) {
        var frame = Given.frame(DEVICE, 1, stream, Given.NOW.minus(content.span()), content);

        assertThat(admission.decide(frame, Given.NOW))
                .isEqualTo(admitted ? admitted() : refused(RefusalReason.IMPLAUSIBLE));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments(named("ends now", Duration.ZERO), Optional.empty()),
                arguments(named("ends two minutes ahead", Duration.ofMinutes(2)), Optional.empty()),
                arguments(
                        named("ends more than two minutes ahead", Duration.ofMillis(120_001)),
                        Optional.of(RefusalReason.FROM_THE_FUTURE)),
                arguments(named("ended 60 days ago", Duration.ofDays(-60)), Optional.empty()),
                arguments(
                        named(
                                "ended more than 60 days ago",
                                Duration.ofDays(-60).minusMillis(1)),
                        Optional.of(RefusalReason.TOO_OLD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void judgesATimeByItsEnd(Duration endAfterNow, Optional<RefusalReason> reason) {
        var content = series(70, 70, 70);
        var start = Given.NOW.plus(endAfterNow).minus(content.span());

        var verdict = admission.decide(Given.frame(DEVICE, 1, StreamKind.HEART_RATE, start, content), Given.NOW);

        assertThat(verdict).isEqualTo(reason.<Verdict>map(Verdict.Refused::new).orElse(admitted()));
    }

    @Test
    void refusesADeviceThatNobodyWears() {
        assertThat(decide(Given.heartRate(Given.device(), 1, 5))).isEqualTo(refused(RefusalReason.NOT_PAIRED));
    }

    @Test
    void refusesAMenteeWhoDoesNotConsentWhateverTheTime() {
        var withdrawn = new Admission(SETTINGS, device -> Optional.of(MENTEE), mentee -> false);
        var ancient = Given.frame(DEVICE, 1, StreamKind.HEART_RATE, Instant.EPOCH, series(70));

        assertThat(withdrawn.decide(ancient, Given.NOW)).isEqualTo(refused(RefusalReason.NO_CONSENT));
    }

    private Verdict decide(SignalFrame frame) {
        return admission.decide(frame, Given.NOW);
    }

    private static Verdict admitted() {
        return new Verdict.Admitted(MENTEE);
    }

    private static Verdict refused(RefusalReason reason) {
        return new Verdict.Refused(reason);
    }

    private static Arguments row(String name, StreamKind stream, FrameContent content, boolean admitted) {
        return arguments(stream, named(name, content), admitted);
    }

    private static Series steps(Duration span, int count) {
        return new Series(span, 1, IntList.of(count));
    }

    private static Series series(double... values) {
        return Series.of(Duration.ofSeconds(1), 0.1, values);
    }

    @Test
    void aTickAtTheEdgeOfTheIntegersIsJudgedAndNotOverflown() {
        var content = new Series(Duration.ofSeconds(1), 1e300, IntList.of(Integer.MAX_VALUE, -Integer.MAX_VALUE));

        assertThat(decide(Given.frame(DEVICE, 1, StreamKind.HEART_RATE, Given.NOW.minusSeconds(9), content)))
                .isEqualTo(refused(RefusalReason.IMPLAUSIBLE));
    }
}
