package org.handrail.companion.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MethodDifference;
import org.handrail.analytics.MethodDifference.Shared;
import org.handrail.companion.audit.Comparing.Compared;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How far two methods part, for people and for machines. */
record ComparisonFigures(Compared compared) {

    void print(PrintWriter out) {
        var difference = compared.difference();
        out.printf("Method %s as shipped, and with the other weights, on the %s%n", Detection.METHOD, compared.over());
        out.printf(
                Locale.ROOT,
                "  Minutes              %,d; of %,d (%.2f %%) the two say another state%n",
                difference.minutes(),
                difference.otherState(),
                100.0 * difference.otherState() / Math.max(1, difference.minutes()));
        out.printf(
                Locale.ROOT,
                "  Likelihood           apart by %.3f in the mean of %,d minutes, by %.3f at most%n",
                difference.likelihoods() == 0 ? 0 : difference.meanLikelihood(),
                difference.likelihoods(),
                difference.largestLikelihood());
        out.printf(
                "  Windows              %d in both, %d as shipped only, %d with the other weights only%n",
                difference.shared().size(),
                difference.onlyFirst().size(),
                difference.onlySecond().size());
        if (!difference.shared().isEmpty()) {
            var later = later(difference);
            out.printf(
                    Locale.ROOT,
                    "  Opened               by the other weights %+.1f min in the mean, from %+d to %+d min%n",
                    later.getAverage() / 60,
                    later.getMin() / 60,
                    later.getMax() / 60);
        }
        out.printf(
                "  Decision points      %d as shipped only, %d with the other weights only%n",
                difference.askedOnlyFirst().size(), difference.askedOnlySecond().size());
        if (difference.isNone()) {
            out.println("The two find the same, bit for bit.");
        }
        out.flush();
    }

    void write(Path file) {
        var difference = compared.difference();
        var root = JsonNodeFactory.instance.objectNode();
        root.put("method", Detection.METHOD);
        root.put("over", compared.over());
        root.put("same", difference.isNone());
        root.put("minutes", difference.minutes());
        root.put("minutes_of_another_state", difference.otherState());
        var likelihood = root.putObject("likelihood");
        likelihood.put("minutes", difference.likelihoods());
        likelihood.put("mean_difference", difference.likelihoods() == 0 ? 0 : difference.meanLikelihood());
        likelihood.put("largest_difference", difference.largestLikelihood());
        var windows = root.putObject("windows");
        var shared = windows.putArray("both");
        for (var both : difference.shared()) {
            shared.addObject()
                    .put("opened_first", both.openedByFirst().toString())
                    .put("opened_second", both.openedBySecond().toString())
                    .put("later_s", both.later().toSeconds());
        }
        put(windows, "only_first", difference.onlyFirst());
        put(windows, "only_second", difference.onlySecond());
        var points = root.putObject("decision_points");
        put(points, "only_first", difference.askedOnlyFirst());
        put(points, "only_second", difference.askedOnlySecond());
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(ObjectNode node, String name, List<Instant> openings) {
        var array = node.putArray(name);
        openings.forEach(opening -> array.add(opening.toString()));
    }

    private static LongSummaryStatistics later(MethodDifference difference) {
        return difference.shared().stream()
                .map(Shared::later)
                .mapToLong(Duration::toSeconds)
                .summaryStatistics();
    }
}
