package org.handrail.analytics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a deviation of each feature is worth as evidence of strain, in log-odds for each spread. A feature that is not named is
 * worth nothing. {@code ./handrail fit} finds them from labelled recordings.
 *
 * @param intercept log-odds of a minute without any sign
 * @param byFeature by the feature's name
 */
public record EvidenceWeights(double intercept, Map<String, Double> byFeature) {

    private static final String INTERCEPT = "INTERCEPT";

    /** Those that the method is shipped with. */
    public static final EvidenceWeights SHIPPED = shipped();

    public EvidenceWeights {
        byFeature = Map.copyOf(byFeature);
    }

    /** @throws IllegalArgumentException where something else than a number stands beside a name, or the intercept is missing */
    public static EvidenceWeights read(Reader file) throws IOException {
        var lines = new Properties();
        lines.load(file);
        var byFeature = new TreeMap<String, Double>();
        for (var name : lines.stringPropertyNames()) {
            byFeature.put(name, Double.valueOf(lines.getProperty(name)));
        }
        var intercept = byFeature.remove(INTERCEPT);
        if (intercept == null) {
            throw new IllegalArgumentException("Weights need an " + INTERCEPT);
        }
        return new EvidenceWeights(intercept, byFeature);
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
