package org.handrail.analytics.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for one feature of one person, by local hour: a Huberised exponentially weighted level, 24 hourly offsets that
 * count only as far as they are known, and a pooled spread; each is drawn towards the population while little is known.
 *
 * <p>The deviation is <em>predictive</em>: (x − level) / √(σ²(1 + 1/(n+1)) + (1−w)²·sd²<sub>population</sub>) with
 * w = n/(n + k), so it is small by itself at a cold start and needs no special case. Definition: science/SPEC.md (c),
 * {@code CircadianBaseline}. A value that cannot change; {@link #learn} answers a new one.
 */
public final class CircadianBaseline {

    /** E|x| of a normal variable times this is its standard deviation: √(π/2). */
    private static final double SD_PER_MEAN_DEVIATION = 1.2533141373155;

    private static final double OFFSET_CAUTION = 10;
    private static final double MOST_SPREADS_LEARNT = 3;
    private static final int HOURS = 24;

    /**
     * What is known of everybody before anything is known of this person.
     *
     * @param level of the population
     * @param spreadBetween standard deviation of personal levels
     * @param spreadWithin standard deviation of one person's minutes
     * @param minutesToTrust personal minutes that weigh as much as the population
     * @param hourToTrust minutes of one hour that weigh as much as the person's level
     * @param horizon minutes over which old life is forgotten
     * @param hourHorizon the same for one hour
     * @param clip deviation beyond which a minute teaches no more, in spreads
     */
    public record Settings(
            double level,
            double spreadBetween,
            double spreadWithin,
            double minutesToTrust,
            double hourToTrust,
            double horizon,
            double hourHorizon,
            double clip) {

        public static Settings of(double level, double spreadBetween, double spreadWithin, double minutesToTrust) {
            return new Settings(level, spreadBetween, spreadWithin, minutesToTrust, 45, 1_200, 420, 2);
        }
    }

    private final double n;
    private final double mean;
    private final double deviation;
    private final double[] hourCounts;
    private final double[] hourOffsets;

    private CircadianBaseline(double n, double mean, double deviation, double[] hourCounts, double[] hourOffsets) {
        this.n = n;
        this.mean = mean;
        this.deviation = deviation;
        this.hourCounts = hourCounts;
        this.hourOffsets = hourOffsets;
    }

    public static CircadianBaseline start(Settings settings) {
        double deviation = settings.spreadWithin / SD_PER_MEAN_DEVIATION;
        return new CircadianBaseline(0, settings.level, deviation, new double[HOURS], new double[HOURS]);
    }

    /** The numbers in the order that {@link #of} takes them. */
    public double[] numbers() {
        var numbers = new double[3 + 2 * HOURS];
        numbers[0] = n;
        numbers[1] = mean;
        numbers[2] = deviation;
        System.arraycopy(hourCounts, 0, numbers, 3, HOURS);
        System.arraycopy(hourOffsets, 0, numbers, 3 + HOURS, HOURS);
        return numbers;
    }

    public static CircadianBaseline of(double[] numbers) {
        if (numbers.length != 3 + 2 * HOURS) {
            throw new IllegalArgumentException("A baseline has " + (3 + 2 * HOURS) + " numbers");
        }
        return new CircadianBaseline(
                numbers[0],
                numbers[1],
                numbers[2],
                Arrays.copyOfRange(numbers, 3, 3 + HOURS),
                Arrays.copyOfRange(numbers, 3 + HOURS, 3 + 2 * HOURS));
    }

    /** Minutes learnt from, up to the horizon. */
    public double minutes() {
        return n;
    }

    /** What is usual at this local hour, in the feature's unit. */
    public double level(Settings settings, int hour) {
        double w = trust(settings);
        return settings.level + w * (mean - settings.level) + hourShare(settings, hour) * hourOffsets[hour];
    }

    /** One person's spread, in the feature's unit. */
    public double spread(Settings settings) {
        double w = trust(settings);
        double own = SD_PER_MEAN_DEVIATION * deviation;
        return Math.sqrt(w * own * own + (1 - w) * settings.spreadWithin * settings.spreadWithin);
    }

    /** Distance of a value from the usual in the person's own spread, cautious while little is known. */
    public double deviation(Settings settings, double value, int hour) {
        double w = trust(settings);
        double spread = spread(settings);
        double unknown = (1 - w) * settings.spreadBetween;
        return (value - level(settings, hour)) / Math.sqrt(spread * spread * (1 + 1 / (n + 1)) + unknown * unknown);
    }

    /** Learns from a minute that is eligible. To be called after its deviation was taken. */
    public CircadianBaseline learn(Settings settings, double value, int hour) {
        double spread = spread(settings);
        double newN = Math.min(n + 1, settings.horizon);
        double rate = 1 / newN;
        // The level for the spread is taken with the new count and the old mean, as in the reference.
        double level = with(newN).level(settings, hour);
        double usual = mean + hourOffsets[hour] * hourShare(settings, hour);
        double newMean =
                mean + rate * (newN > 5 ? spread * clip((value - usual) / spread, settings.clip) : value - mean);
        var counts = hourCounts.clone();
        var offsets = hourOffsets.clone();
        counts[hour] = Math.min(counts[hour] + 1, settings.hourHorizon);
        double residual = clip((value - newMean - offsets[hour]) / spread, settings.clip);
        offsets[hour] += spread * residual / (counts[hour] + OFFSET_CAUTION);
        double bounded = Math.min(Math.abs(value - level), MOST_SPREADS_LEARNT * spread);
        double newDeviation = deviation + Math.max(rate, 1 / settings.horizon) * (bounded - deviation);
        return new CircadianBaseline(newN, newMean, newDeviation, counts, offsets);
    }

    /** After a journey over hours what is known of single hours counts half; level and spread are the person's and stay. */
    public CircadianBaseline travelled() {
        var counts = Arrays.stream(hourCounts).map(count -> count / 2).toArray();
        return new CircadianBaseline(n, mean, deviation, counts, hourOffsets);
    }

    private CircadianBaseline with(double newN) {
        return new CircadianBaseline(newN, mean, deviation, hourCounts, hourOffsets);
    }

    private double trust(Settings settings) {
        return n / (n + settings.minutesToTrust);
    }

    private double hourShare(Settings settings, int hour) {
        return hourCounts[hour] / (hourCounts[hour] + settings.hourToTrust);
    }

    private static double clip(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CircadianBaseline that && Arrays.equals(numbers(), that.numbers());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers());
    }
}
