package org.handrail.companion.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handrail.companion.replay.ScenarioReport;
import org.handrail.companion.replay.ScenarioReport.Life;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.devicesim.scenario.Scenario;
import org.handrail.devicesim.scenario.Trouble;
import org.handrail.signals.TimeWindow;

/** What came of a scenario, for people. Times are those on the clock of whoever lived them. */
final class ScenarioText {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final PrintWriter out;

    ScenarioText(PrintWriter out) {
        this.out = out;
    }

    void announce(Scenario scenario) {
        out.printf(
                "%s: %s%n%d days from %s, seed %d%n",
                scenario.title(), scenario.about(), scenario.days(), scenario.starts(), scenario.seed());
        out.flush();
    }

    void print(ScenarioReport report) {
        out.printf(
                Locale.ROOT,
                "%d frames published, %d stored%s%s, in %.1f s%n",
                report.published(),
                report.stored(),
                some(report.known(), "known already"),
                some(report.refused(), "refused"),
                report.took().toMillis() / 1000.0);
        report.lives().forEach(this::print);
        out.flush();
    }

    private void print(Life life) {
        out.printf("%n%s (%s)%n", life.name(), life.zone());
        printStretches(life);
        printNeedless(life);
        out.println("  Nights");
        life.nights()
                .forEach(night -> out.printf(
                        "    to %s  asleep %s, told by %s%n",
                        DAY.format(night.date()),
                        length(Duration.ofMinutes(Math.round(night.amounts().total()))),
                        night.source().name().toLowerCase(Locale.ROOT)));
        if (!life.faults().isEmpty()) {
            out.println("  Faults");
            life.faults()
                    .forEach(damage -> out.printf(
                            "    %s  %-16s %s%n",
                            span(damage.fault().window(), life.zone()),
                            damage.fault().kind().words(),
                            frames(damage.frames())));
        }
        if (!life.refused().isEmpty()) {
            out.println("  Refused");
            new TreeMap<>(life.refused()).forEach((reason, count) -> out.printf("    %d  %s%n", count, words(reason)));
        }
    }

    private static String some(long frames, String what) {
        return frames == 0 ? "" : ", " + frames + " " + what;
    }

    private static String frames(Map<Effect, Long> counts) {
        return counts.isEmpty()
                ? "no frame"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(each -> each.getValue() + " " + words(each.getKey()))
                                .collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void printStretches(Life life) {
        if (life.stretches().isEmpty()) {
            out.println("  Nothing strains.");
            return;
        }
        out.println("  Strained stretches");
        for (var stretch : life.stretches()) {
            out.printf(
                    "    %s  %-8s %s%n",
                    span(stretch.truth().strain().window(), life.zone()),
                    stretch.truth().trouble() == Trouble.CRAVING ? "craving" : "strain",
                    stretch.delay().map(delay -> "found after " + length(delay)).orElse("not found"));
        }
    }

    private void printNeedless(Life life) {
        if (life.needless().isEmpty()) {
            out.println("  No risk window beside them.");
            return;
        }
        out.println("  Risk windows in which nothing strained");
        for (var window : life.needless()) {
            out.printf("    %s  %s%n", span(window.span(), life.zone()), window.sentence());
        }
    }

    private static String span(TimeWindow window, ZoneId zone) {
        return START.format(window.start().atZone(zone)) + " - " + end(window, zone);
    }

    private static String end(TimeWindow window, ZoneId zone) {
        Instant end = window.end();
        boolean sameDay = window.start()
                .atZone(zone)
                .toLocalDate()
                .equals(end.atZone(zone).toLocalDate());
        return (sameDay ? TIME : START).format(end.atZone(zone));
    }

    private static String length(Duration length) {
        return length.toHours() == 0
                ? length.toMinutes() + " min"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
