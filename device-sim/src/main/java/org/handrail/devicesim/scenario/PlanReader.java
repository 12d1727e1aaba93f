package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.signals.TimeWindow;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what a person does on which days. */
final class PlanReader {

    private static final Form<Duration> STRAIN_LENGTH = Forms.length("5 min", "4 h");
    private static final Duration SHORTEST_NIGHT = Duration.ofHours(2);
    private static final Duration LONGEST_NIGHT = Duration.ofHours(14);
    private static final LocalTime LATEST_RISING = LocalTime.of(20, 0);
    private static final Map<String, Activity> MEANWHILE = meanwhile();
    private static final List<String> KEYS = Stream.of(
                    Stream.of("sleep"),
                    Arrays.stream(Pastime.values()).map(Pastime::key),
                    Arrays.stream(Trouble.values()).map(Trouble::key))
            .flatMap(keys -> keys)
            .toList();

    private final Complaints complaints;
    private final Optional<Dates> dates;
    private final ZoneId zone;

    PlanReader(Complaints complaints, Optional<Dates> dates, ZoneId zone) {
        this.complaints = complaints;
        this.dates = dates;
        this.zone = zone;
    }

    Plan read(Node node) {
        var rules = new ArrayList<DayRule>();
        var sleeps = new IdentityHashMap<ClockSpan, Node>();
        Section.keyed(node, "a plan", complaints)
                .entries()
                .forEach((key, value) -> when(key).ifPresent(when -> {
                    var section = Section.of(value, "a day", KEYS, complaints);
                    var day = day(section);
                    day.sleep()
                            .ifPresent(sleep ->
                                    sleeps.put(sleep, section.find("sleep").orElse(value)));
                    rules.add(new DayRule(when, day));
                }));
        var plan = new Plan(rules);
        dates.ifPresent(all -> checkNights(plan, all, sleeps));
        return plan;
    }

    private Optional<When> when(ScalarNode key) {
        var named = When.NAMED.get(key.getValue());
        if (named != null) {
            return Optional.of(named);
        }
        var date = Forms.DATE.read(key.getValue());
        if (date.isEmpty()) {
            complaints.at(
                    key,
                    "a plan has no '" + key.getValue() + "'"
                            + Nearest.insteadOf(key.getValue(), When.NAMED.keySet()) + ", or "
                            + Forms.DATE.expected());
            return Optional.empty();
        }
        dates.filter(all -> !all.contains(date.get()))
                .ifPresent(
                        all -> complaints.at(key, date.get() + " is not in this scenario; expected " + all.expected()));
        return date.map(When::only);
    }

    private Day day(Section section) {
        var pastimes = new EnumMap<Pastime, List<ClockSpan>>(Pastime.class);
        for (Pastime pastime : Pastime.values()) {
            section.several(pastime.key(), Forms.SPAN).ifPresent(spans -> pastimes.put(pastime, spans));
        }
        var troubles = new EnumMap<Trouble, List<PlannedStrain>>(Trouble.class);
        for (Trouble trouble : Trouble.values()) {
            section.nodes(trouble.key())
                    .ifPresent(nodes -> troubles.put(
                            trouble, nodes.stream().map(this::strain).toList()));
        }
        return new Day(section.find("sleep", Forms.SPAN), pastimes, troubles);
    }

    private PlannedStrain strain(Node node) {
        var section = Section.of(node, "a strain", List.of("at", "for", "strength", "while"), complaints);
        return new PlannedStrain(
                section.needed("at", Forms.TIME, LocalTime.MIDNIGHT),
                section.needed("for", STRAIN_LENGTH, Duration.ofMinutes(5)),
                section.find("strength", Forms.number(0.7, 1.3)).orElse(1.0),
                section.find("while", Forms.oneOf(MEANWHILE)).orElse(Activity.SEATED));
    }

    private void checkNights(Plan plan, Dates all, Map<ClockSpan, Node> sleeps) {
        var blamed = new HashSet<Node>();
        var rose = all.first().atStartOfDay(zone).toInstant();
        for (LocalDate date : all.each().toList()) {
            var sleep = plan.on(date).sleep();
            if (sleep.isPresent()) {
                var night = sleep.get().inTheNightAfter(date, zone);
                var node = Objects.requireNonNull(sleeps.get(sleep.get()));
                if (!isNightAfter(date, night) && blamed.add(node)) {
                    complaints.at(
                            node, "'sleep' is no night; expected 2 to 14 hours that end on the next day, before 20:00");
                } else if (night.start().isBefore(rose) && blamed.add(node)) {
                    complaints.at(
                            node, "'sleep' after " + date + " begins before the sleep of the night before has ended");
                }
                rose = night.end();
            }
        }
    }

    private boolean isNightAfter(LocalDate date, TimeWindow night) {
        var end = night.end().atZone(zone);
        return night.length().compareTo(SHORTEST_NIGHT) >= 0
                && night.length().compareTo(LONGEST_NIGHT) <= 0
                && end.toLocalDate().equals(date.plusDays(1))
                && end.toLocalTime().isBefore(LATEST_RISING);
    }

    private static Map<String, Activity> meanwhile() {
        var named = new LinkedHashMap<String, Activity>();
        named.put("sitting", Activity.SEATED);
        for (Pastime pastime : List.of(Pastime.WORK, Pastime.CHORES, Pastime.WALKING, Pastime.EXERCISE)) {
            named.put(pastime.key(), pastime.activity());
        }
        return named;
    }
}
