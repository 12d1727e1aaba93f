package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.Answer;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** What nobody sees, what the body shows of it, and what the wearer says. */
class LatentDaysTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-05-04");
    private static final int WEEKS = 8;
    private static final TimeWindow SPAN = new TimeWindow(
            FIRST.atStartOfDay().toInstant(ZoneOffset.UTC),
            FIRST.plusWeeks(WEEKS).atStartOfDay().toInstant(ZoneOffset.UTC));

    @Test
    void strainsAndCravingsComeAsOftenAsAskedAndOnlyWhileAwake() {
        double strains = 0;
        double cravings = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var settings = drawn(seed, new EpisodeRates(4, 6));
            var wearer = new Wearer(settings);
            strains += settings.strains().size() / (20.0 * WEEKS);
            cravings += settings.cravings().size() / (20.0 * WEEKS);
            assertThat(settings.strains())
                    .allMatch(strain -> wearer.truth(strain.window().start()).activity() == Activity.SEATED);
            assertThat(settings.cravings())
                    .allMatch(craving -> !wearer.truth(craving.window().start()).asleep());
        }
        assertThat(strains).as("a week").isBetween(3.5, 4.5);
        assertThat(cravings).as("a week").isBetween(4.8, 7.2);
    }

    @Test
    void theSameSeedBringsTheSameDays() {
        assertThat(drawn(3, EpisodeRates.USUAL)).isEqualTo(drawn(3, EpisodeRates.USUAL));
        assertThat(drawn(3, EpisodeRates.USUAL)).isNotEqualTo(drawn(4, EpisodeRates.USUAL));
    }

    @Test
    void cravingsComeInTheEveningMoreThanByDay() {
        int evening = 0;
        int morning = 0;
        for (long seed = 1; seed <= 20; seed++) {
            for (var craving : drawn(seed, new EpisodeRates(0, 10)).cravings()) {
                int hour = craving.window().start().atZone(ZoneOffset.UTC).getHour();
                evening += hour >= 20 && hour < 22 ? 1 : 0;
                morning += hour >= 10 && hour < 12 ? 1 : 0;
            }
        }
        assertThat(evening / (double) morning).as("seeds 1 to 20").isBetween(2.0, 5.0);
    }

    @Test
    void theBodyShowsLittleOfACravingAndMuchOfAStrain() {
        Instant noon = Instant.parse("2026-05-06T12:00:00Z");
        var hour = new TimeWindow(noon, noon.plusSeconds(3_600));
        var calm = WearerSettings.quiet(new DeviceId("latent-1"), 5, ZoneOffset.UTC)
                .withFixed(List.of(new Stretch(
                        new TimeWindow(noon.minusSeconds(7_200), noon.plusSeconds(7_200)), Activity.SEATED)));
        Instant middle = noon.plusSeconds(2_400);
        double usual = new Wearer(calm).truth(middle).heartRate();
        var craving = new Wearer(calm.withCravings(List.of(new Craving(hour, 1)))).truth(middle);
        var strained = new Wearer(calm.withStrains(List.of(Strain.during(hour)))).truth(middle);

        assertThat(craving.heartRate() - usual).isBetween(0.5, 1.5);
        assertThat(craving.craving() - new Wearer(calm).truth(middle).craving()).isBetween(4.0, 6.5);
        assertThat(strained.heartRate() - usual).isGreaterThan(10);
    }

    @Test
    void reportsFollowWhatIsSo() {
        var wearer = new Wearer(drawn(6, new EpisodeRates(6, 10)).withReporting(new Reporting(6, 1, 1)));
        var high = new EnumMap<SelfReport.Subject, List<Integer>>(SelfReport.Subject.class);
        var low = new EnumMap<SelfReport.Subject, List<Integer>>(SelfReport.Subject.class);
        reports(wearer).forEach(frame -> {
            var report = (SelfReport) frame.content();
            var truth = wearer.truth(frame.sampledAt());
            boolean isHigh = report.subject() == SelfReport.Subject.STRESS ? truth.strain() > 0.5 : truth.craving() > 5;
            (isHigh ? high : low)
                    .computeIfAbsent(report.subject(), subject -> new ArrayList<>())
                    .add(report.level());
        });
        for (var subject : List.of(SelfReport.Subject.CRAVING, SelfReport.Subject.STRESS)) {
            assertThat(high.get(subject)).as("%s, seed 6", subject).hasSizeGreaterThan(5);
            assertThat(mean(high.get(subject)) - mean(low.get(subject)))
                    .as("%s, seed 6", subject)
                    .isGreaterThan(2);
        }
        assertThat(low).containsKeys(SelfReport.Subject.MOOD, SelfReport.Subject.SLEEP_QUALITY);
    }

    @Test
    void whoAnswersHalfOfWhatIsAskedReportsHalfAsOften() {
        int all = reports(new Wearer(drawn(7, EpisodeRates.USUAL).withReporting(new Reporting(4, 1, 1))))
                .size();
        int half = reports(new Wearer(drawn(7, EpisodeRates.USUAL).withReporting(new Reporting(4, 0.5, 1))))
                .size();

        assertThat(half / (double) all).as("seed 7").isBetween(0.4, 0.6);
        assertThat(reports(new Wearer(drawn(7, EpisodeRates.USUAL)))).isEmpty();
    }

    @Test
    void everyReportIsAFrameOfItsOwn() {
        var wearer = new Wearer(drawn(8, EpisodeRates.USUAL).withReporting(new Reporting(12, 1, 1)));

        assertThat(reports(wearer)).extracting(SignalFrame::id).doesNotHaveDuplicates();
    }

    @Test
    void answersToTheWatchFollowWhatIsSo() {
        var settings = drawn(9, new EpisodeRates(14, 0));
        var wearer = new Wearer(settings);
        var hard = new EnumMap<Answer.Choice, Integer>(Answer.Choice.class);
        var calm = new EnumMap<Answer.Choice, Integer>(Answer.Choice.class);
        for (int i = 0; i < 2_000; i++) {
            Instant start = settings.strains()
                    .get(i % settings.strains().size())
                    .window()
                    .start();
            var nudge = new UUID(i, 9);
            wearer.replyTo(nudge, start.plusSeconds(900))
                    .ifPresent(reply -> hard.merge(reply.choice(), 1, Integer::sum));
            wearer.replyTo(nudge, start.minusSeconds(60))
                    .ifPresent(reply -> calm.merge(reply.choice(), 1, Integer::sum));
        }
        assertThat(hard.get(Answer.Choice.ROUGH)).as("seed 9").isGreaterThan(3 * hard.get(Answer.Choice.OKAY));
        assertThat(hard.get(Answer.Choice.REACH_OUT)).isBetween(150, 700);
        assertThat(calm.get(Answer.Choice.OKAY)).isGreaterThan(3 * calm.get(Answer.Choice.ROUGH));
        assertThat(calm).doesNotContainKey(Answer.Choice.REACH_OUT);
    }

    @Test
    void asleepNobodyAnswersTheWatch() {
        var wearer = new Wearer(drawn(10, EpisodeRates.USUAL));
        Instant night = Instant.parse("2026-05-06T03:00:00Z");

        for (int i = 0; i < 50; i++) {
            assertThat(wearer.replyTo(new UUID(i, 10), night)).isEmpty();
        }
    }

    private static WearerSettings drawn(long seed, EpisodeRates rates) {
        return LatentDays.drawn(
                WearerSettings.quiet(new DeviceId("latent-1"), seed, ZoneOffset.UTC), FIRST, 7 * WEEKS, rates);
    }

    private static List<SignalFrame> reports(Wearer wearer) {
        var cutter = new FrameCutter(wearer.settings().device(), Duration.ofMinutes(1));
        return cutter.cut(
                SPAN.start(),
                wearer.saidIn(SPAN).stream()
                        .filter(said -> said.stream() == StreamKind.SELF_REPORT)
                        .toList());
    }

    private static double mean(List<Integer> levels) {
        return levels.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }
}
