package org.handrail.companion.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.handrail.analytics.MinuteRecord;

/**
 * A weighed term in everyday words, with what was measured and what was usual in plain units where the record of a minute
 * has it. A term that has no words yet goes by its own name.
 */
public final class TermWords {

    private record Words(
            String name, String unit, int decimals, boolean isLogarithm, ToDoubleFunction<MinuteRecord> of) {}

    private static final Map<String, Words> FEATURES = Map.of(
            "HEART_RATE",
            new Words("heart rate", "/min", 0, false, minute -> minute.heart().heartRate()),
            "LN_RMSSD",
            new Words(
                    "beat-to-beat variability",
                    "ms",
                    0,
                    true,
                    minute -> minute.heart().rmssd()),
            "LN_SKIN_LEVEL",
            new Words("skin conductance", "µS", 2, true, minute -> minute.skin().level()),
            "SKIN_SLOPE",
            new Words(
                    "slope of skin conductance",
                    "µS/min",
                    3,
                    false,
                    minute -> minute.skin().slope()),
            "SKIN_RESPONSES",
            new Words(
                    "skin responses",
                    "a minute",
                    1,
                    false,
                    minute -> minute.skin().responses()),
            "LN_MOVEMENT",
            new Words("movement", "g", 4, true, minute -> minute.movement().mean()));

    private static final Map<String, String> OTHERS = Map.of(
            "SKIN_RISE", "rise of skin conductance",
            "PERSON", "what is usual for this person",
            "PRIOR", "hour and weekday, by check-ins",
            "ANSWERS", "answers to earlier questions",
            "SINCE_CONTACT", "days since company was asked for",
            "UNANSWERED", "days without a check-in");

    private TermWords() {}

    public static String name(String feature) {
        var words = FEATURES.get(feature);
        return words != null
                ? words.name()
                : OTHERS.getOrDefault(feature, feature.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What the minute measured, in the unit of {@link #unit}; empty where it did not or the record does not say. */
    public static OptionalDouble measured(String feature, MinuteRecord minute) {
        var words = FEATURES.get(feature);
        double value = words == null ? Double.NaN : words.of().applyAsDouble(minute);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same of what was usual, out of {@link Recomputed#usual}. */
    public static OptionalDouble usual(String feature, Map<String, Double> levels) {
        var words = FEATURES.get(feature);
        var level = levels.get(feature);
        if (words == null || level == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(words.isLogarithm() ? Math.exp(level) : level);
    }

    public static Optional<String> unit(String feature) {
        return Optional.ofNullable(FEATURES.get(feature)).map(Words::unit);
    }

    /** "88 /min, usual 71 at this hour"; empty where nothing can be said. */
    public static String inPlainUnits(String feature, MinuteRecord minute, Map<String, Double> levels) {
        var words = FEATURES.get(feature);
        var measured = measured(feature, minute);
        if (words == null || measured.isEmpty()) {
            return "";
        }
        var usual = usual(feature, levels);
        return number(words, measured.getAsDouble()) + " " + words.unit()
                + (usual.isPresent() ? ", usual " + number(words, usual.getAsDouble()) + " at this hour" : "");
    }

    private static String number(Words words, double value) {
        return String.format(Locale.ROOT, "%." + words.decimals() + "f", value);
    }
}
