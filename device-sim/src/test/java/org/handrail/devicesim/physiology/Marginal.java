package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * How one figure is spread among real minutes, nights or days, and how among simulated ones.
 *
 * @param real of each person by itself; unknown ones are NaN
 */
record Marginal(String name, List<double[]> real, double[] simulated) {

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    Marginal {
        simulated = known(simulated);
    }

    /** Kolmogorov and Smirnov's distance: the most by which the shares below any value differ. */
    double distance() {
        return distance(all(real), simulated);
    }

    /** The distance between every other of the real people and the rest: what people differ by among themselves. */
    double amongTheReal() {
        return distance(all(everySecond(0)), all(everySecond(1)));
    }

    private List<double[]> everySecond(int first) {
        var people = people();
        return IntStream.range(0, people.size())
                .filter(i -> i % 2 == first)
                .mapToObj(people::get)
                .toList();
    }

    private List<double[]> people() {
        return real.stream().filter(values -> known(values).length > 0).toList();
    }

    private static double distance(double[] one, double[] other) {
        return one.length < 2 || other.length < 2
                ? Double.NaN
                : new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(one, other);
    }

    private static double[] all(List<double[]> people) {
        return known(people.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[] known(double... values) {
        return DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    double realQuantile(double share) {
        return MinuteFeatures.quantile(all(real), share);
    }

    double simulatedMedian() {
        return MinuteFeatures.quantile(simulated, 0.5);
    }

    /** @param bound of the distance */
    void assertAlike(double bound) {
        assertThat(simulatedMedian())
                .as("the simulated median within the real 10 to 90 %%:%n%s", this)
                .isBetween(realQuantile(0.1), realQuantile(0.9));
        assertThat(distance()).as("the distance:%n%s", this).isLessThan(bound);
    }

    void assertMayBeSimulated() {
        assertThat(realQuantile(0.5))
                .as("the real median within the simulated 5 to 95 %%:%n%s", this)
                .isBetween(MinuteFeatures.quantile(simulated, 0.05), MinuteFeatures.quantile(simulated, 0.95));
    }

    static String head() {
        return """
                | figure | whose | values | 5 % | 25 % | 50 % | 75 % | 95 % | distance | among the real |
                |---|---|---|---|---|---|---|---|---|---|
                """;
    }

    /** Two rows of a table. */
    @Override
    public String toString() {
        double[] recorded = all(real);
        return "| " + name + " | real | " + recorded.length + " of " + people().size() + cells(recorded) + " | |\n"
                + "| | simulated | " + simulated.length + cells(simulated) + two(distance()) + two(amongTheReal())
                + "\n";
    }

    private static String cells(double[] values) {
        var cells = new StringBuilder();
        for (double share : SHARES) {
            double value = MinuteFeatures.quantile(values, share);
            String form = value < 1 ? "%.3f" : value < 100 ? "%.1f" : "%.0f";
            cells.append(" | ").append(String.format(Locale.ROOT, form, value));
        }
        return cells.append(" |").toString();
    }

    private static String two(double distance) {
        return Double.isNaN(distance) ? " – |" : String.format(Locale.ROOT, " %.2f |", distance);
    }
}
