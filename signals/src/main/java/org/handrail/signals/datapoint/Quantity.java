package org.handrail.signals.datapoint;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.handrail.signals.RefusalReason;

/** The schemas' pairs of value and unit. A unit that the schema does not name is refused, never guessed. */
final class Quantity {

    /** Longer than anything that a frame may span. */
    private static final Duration LONGEST = Duration.ofDays(14);

    private static final Map<String, Double> NANOS = Map.of(
            "ps", 1e-3, "ns", 1.0, "us", 1e3, "ms", 1e6, "sec", 1e9, "min", 60e9, "h", 3_600e9, "d", 86_400e9, "wk",
            604_800e9);

    private Quantity() {}

    /** The value of a pair whose unit can only be that one. */
    static double in(String unit, Field pair) {
        var written = unitOf(pair);
        written.require(written.value().asString().equals(unit), "is not the schema's unit, " + unit);
        return pair.member("value").number();
    }

    /** A length of time, zero included. Months and years have no fixed length. */
    static Duration duration(Field pair) {
        var unit = unitOf(pair);
        String word = unit.value().asString();
        unit.require(!word.equals("Mo") && !word.equals("yr"), "is months or years, which have no fixed length");
        double nanos = Optional.ofNullable(NANOS.get(word))
                .orElseThrow(() -> unit.fault(RefusalReason.MALFORMED, "is not one of the schema's units of time"));
        var value = pair.member("value");
        double length = value.number() * nanos;
        value.require(length >= 0 && length <= LONGEST.toNanos(), "is below zero or above two weeks");
        return Duration.ofNanos(Math.round(length));
    }

    private static Field unitOf(Field pair) {
        pair.require(pair.value().isObject(), "is missing or not a pair of value and unit");
        var unit = pair.member("unit");
        unit.require(unit.value().isString(), "is missing or not a text");
        return unit;
    }
}
