package org.handrail.analytics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.risk.LogOdds;

/**
 * What a deviation of each feature is worth as evidence of strain, in log-odds for each spread. A feature that is not named is
 * worth nothing. {@code ./handrail fit} finds them from labelled recordings.
 *
 * @param intercept log-odds of a minute without any sign
 * @param byFeature by the feature's name
 */
public record EvidenceWeights(double intercept, Map<String, Double> byFeature) {

    private static final String INTERCEPT = "INTERCEPT";
    private static final Set<String> NAMES = names();

    /** Those that the method is shipped with. */
    public static final EvidenceWeights SHIPPED = shipped();

    public EvidenceWeights {
        byFeature = Map.copyOf(byFeature);
    }

    /** @throws IllegalArgumentException for a name that no feature has, what is no number, and where the intercept is missing */
    public static EvidenceWeights read(Reader file) throws IOException {
        var lines = new Properties();
        lines.load(file);
        var byFeature = new TreeMap<String, Double>();
        for (var name : lines.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "Weights know no " + name + "; they know " + String.join(", ", NAMES));
            }
            byFeature.put(name, number(name, lines.getProperty(name)));
        }
        var intercept = byFeature.remove(INTERCEPT);
        if (intercept == null) {
            throw new IllegalArgumentException("Weights need an " + INTERCEPT);
        }
        return new EvidenceWeights(intercept, byFeature);
    }

    /** What the likelihood of strain would be of a minute in which nothing speaks for it or against it, 0 to 1. */
    public double likelihoodWithoutAnySign() {
        return LogOdds.toProbability(intercept);
    }

    /** As {@link #read} takes it: a line for each, the intercept first. */
    public String text() {
        var text = new StringBuilder(INTERCEPT + "=" + intercept + "\n");
        new TreeMap<>(byFeature)
                .forEach((name, weight) ->
                        text.append(name).append('=').append(weight).append('\n'));
        return text.toString();
    }

    private static double number(String name, String value) {
        try {
            double number = Double.parseDouble(value.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as what is no finite number is.
        }
        throw new IllegalArgumentException(name + " needs a number, not \"" + value + "\"");
    }

    private static Set<String> names() {
        var names = new TreeSet<>(Set.of(INTERCEPT));
        for (var feature : Feature.values()) {
            names.add(feature.name());
        }
        return names;
    }

    private static EvidenceWeights shipped() {
        var file = Objects.requireNonNull(EvidenceWeights.class.getResourceAsStream("evidence-weights.properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
