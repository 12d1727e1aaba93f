package org.handrail.analytics.baseline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.feature.MinuteFeatures;

/**
 * One baseline for each feature. The population figures are rounded from the development recordings and science/SPEC.md (c);
 * {@code minutesToTrust} follows from them as (spread within / spread between)² times about ten minutes of autocorrelation,
 * and is larger where people hardly differ.
 */
public record Baselines(List<CircadianBaseline> byFeature) {

    private static final Map<Feature, CircadianBaseline.Settings> SETTINGS = new EnumMap<>(Map.of(
            Feature.HEART_RATE, CircadianBaseline.Settings.of(75, 10, 6, 4),
            Feature.LN_RMSSD, CircadianBaseline.Settings.of(3.6, 0.45, 0.3, 4),
            Feature.LN_SKIN_LEVEL, CircadianBaseline.Settings.of(0, 0.9, 0.25, 2),
            Feature.SKIN_SLOPE, CircadianBaseline.Settings.of(0, 0.02, 0.15, 6),
            Feature.SKIN_RESPONSES, CircadianBaseline.Settings.of(2, 2, 1.5, 4),
            Feature.LN_MOVEMENT, CircadianBaseline.Settings.of(Math.log(0.01), 0.6, 0.7, 6),
            Feature.SKIN_RISE, CircadianBaseline.Settings.of(0, 0.02, 0.25, 6)));

    private static final double MINUTES_UNTIL_ESTABLISHED = 600;

    public Baselines {
        byFeature = List.copyOf(byFeature);
    }

    public static Baselines start() {
        var all = new ArrayList<CircadianBaseline>();
        for (var feature : Feature.values()) {
            all.add(CircadianBaseline.start(settings(feature)));
        }
        return new Baselines(all);
    }

    /** Whether the person is known better than the population, from ten hours of ordinary minutes with a heart rate. */
    public boolean isEstablished() {
        return of(Feature.HEART_RATE).minutes() >= MINUTES_UNTIL_ESTABLISHED;
    }

    public double level(Feature feature, int hour) {
        return of(feature).level(settings(feature), hour);
    }

    /** Deviations of the features that the minute has; the others are absent. */
    public Map<Feature, Double> deviations(MinuteFeatures features, int hour) {
        var deviations = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            double value = features.value(feature);
            if (!Double.isNaN(value)) {
                deviations.put(feature, of(feature).deviation(settings(feature), value, hour));
            }
        }
        return deviations;
    }

    /** Learns from an eligible minute; a feature that is far out, or absent, teaches nothing. */
    public Baselines learn(MinuteFeatures features, Map<Feature, Double> deviations, int hour, double mostDeviation) {
        var next = new ArrayList<>(byFeature);
        deviations.forEach((feature, deviation) -> {
            if (Math.abs(deviation) < mostDeviation) {
                next.set(feature.ordinal(), of(feature).learn(settings(feature), features.value(feature), hour));
            }
        });
        return new Baselines(next);
    }

    /** After a journey over two hours or more. */
    public Baselines travelled() {
        return new Baselines(
                byFeature.stream().map(CircadianBaseline::travelled).toList());
    }

    private CircadianBaseline of(Feature feature) {
        return byFeature.get(feature.ordinal());
    }

    private static CircadianBaseline.Settings settings(Feature feature) {
        return java.util.Objects.requireNonNull(SETTINGS.get(feature));
    }
}
