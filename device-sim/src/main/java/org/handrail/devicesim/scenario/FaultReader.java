package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.fault.Corruption;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.fault.Fault.CounterAfter;
import org.handrail.devicesim.fault.Span;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what goes wrong at a person's wrist. What the file does not say of a fault has a size that we chose. */
final class FaultReader {

    private static final Form<FaultKind> KIND = Forms.oneOf(FaultKind.named());
    private static final Form<Duration> LENGTH = Forms.length("1 min", "672 h");
    private static final Form<Duration> A_MOMENT = Forms.length("0 s", "10 min");
    private static final Form<CounterAfter> COUNTER = Forms.oneOf(Words.of(CounterAfter.values()));
    private static final Form<Corruption> HOW = Forms.oneOf(Words.of(Corruption.values()));
    private static final double SECONDS_A_DAY = 86_400;

    private final Complaints complaints;
    private final Optional<Dates> dates;
    private final ZoneId zone;

    FaultReader(Complaints complaints, Optional<Dates> dates, ZoneId zone) {
        this.complaints = complaints;
        this.dates = dates;
        this.zone = zone;
    }

    /** Empty where the file does not say what goes wrong, which is a complaint then. */
    Optional<Fault> read(Node node) {
        return Section.keyed(node, "a fault", complaints).needed("what", KIND).map(kind -> {
            var keys = new ArrayList<>(List.of("what", "from", "for"));
            keys.addAll(kind.keys());
            var said = Section.of(node, "'" + kind.words() + "'", keys, complaints);
            return fault(kind, said, when(said));
        });
    }

    /** From the first midnight of the scenario on the person's clock. */
    private Span when(Section said) {
        var first = dates.map(Dates::first).orElse(LocalDate.EPOCH).atStartOfDay();
        var from = said.needed("from", dates.map(FaultReader::within).orElse(Forms.DATE_AND_TIME), first);
        var length = said.needed("for", LENGTH, Duration.ofMinutes(1));
        var passed = Duration.between(first.atZone(zone), from.atZone(zone));
        return passed.isNegative() ? new Span(Duration.ZERO, length) : new Span(passed, passed.plus(length));
    }

    private static Form<LocalDateTime> within(Dates dates) {
        var form = Forms.DATE_AND_TIME;
        return new Form<>(
                form.expected() + ", with " + dates.expected(),
                text -> form.read(text).filter(instant -> dates.contains(instant.toLocalDate())));
    }

    private static Fault fault(FaultKind kind, Section said, Span when) {
        return switch (kind) {
            case NOT_WORN -> new Fault.OffWrist(when);
            case CHARGING ->
                new Fault.Charging(when, (int)
                        Math.round(said.find("to", Forms.percent(1, 100)).orElse(100.0)));
            case BATTERY_EMPTY ->
                new Fault.BatteryDeath(
                        when,
                        said.find("runs down", Forms.length("1 min", "96 h")).orElse(Duration.ofHours(12)));
            case MISSED_BEATS -> new Fault.MissedBeats(when, share(said, 0.5));
            case MOTION_ARTIFACTS ->
                new Fault.MotionArtifacts(
                        when,
                        said.find("bursts an hour", Forms.number(0.1, 60)).orElse(10.0),
                        said.find("lasting", Forms.length("1 s", "10 min")).orElse(Duration.ofSeconds(20)));
            case CLOCK_DRIFT -> {
                var aDay = said.either("gains", "loses", Forms.length("1 s", "2 h"));
                yield new Fault.ClockDrift(when, aDay.toSeconds() / SECONDS_A_DAY * 1_000_000);
            }
            case CLOCK_JUMP -> new Fault.ClockJump(when, said.either("ahead", "behind", Forms.length("1 s", "720 h")));
            case LOCAL_TIME -> new Fault.LocalTime(when, said.needed("zone", Forms.ZONE, ZoneOffset.UTC));
            case RESTART ->
                new Fault.Restart(when, said.find("counter", COUNTER).orElse(CounterAfter.GOES_ON));
            case NETWORK_LOSS -> new Fault.NetworkLoss(when);
            case LOST_FRAMES -> new Fault.LostFrames(when, share(said, 0.05));
            case DOUBLED_FRAMES ->
                new Fault.DoubledFrames(
                        when, share(said, 0.1), said.find("after", A_MOMENT).orElse(Duration.ofSeconds(30)));
            case SHUFFLED_FRAMES ->
                new Fault.ShuffledFrames(
                        when, share(said, 0.1), said.find("at most", A_MOMENT).orElse(Duration.ofMinutes(2)));
            case CORRUPT_FRAMES ->
                new Fault.CorruptFrames(
                        when, share(said, 0.05), said.find("how", HOW).orElse(Corruption.CUT_SHORT));
        };
    }

    private static double share(Section said, double unsaid) {
        return said.find("share", Forms.percent(0.1, 100))
                .map(percent -> percent / 100)
                .orElse(unsaid);
    }
}
