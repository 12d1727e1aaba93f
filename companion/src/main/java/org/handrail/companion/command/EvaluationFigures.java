package org.handrail.companion.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.handrail.companion.evaluation.EvaluationReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation's figures for people and for machines. */
final class EvaluationFigures {

    private static final double DIGITS = 1e4;

    private final EvaluationReport report;
    private final String weights;

    /** @param weights in words, which they were */
    EvaluationFigures(EvaluationReport report, String weights) {
        this.report = report;
        this.weights = weights;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Method %s, %s%n%d people, %d windows of a minute; something is said of %s%n%n",
                report.method(),
                weights,
                report.subjects(),
                report.windows(),
                percent(report.coverage()));
        line(
                out,
                "AUROC, stress against rest",
                number(report.auroc()) + "  [" + number(report.aurocLow()) + ", " + number(report.aurocHigh()) + "]");
        line(out, "  mean of each subject's own", number(report.aurocSubjectMean()));
        line(out, "  with the unknown as without any sign", number(report.aurocUnknownAsNoSign()));
        line(out, "Balanced accuracy", number(report.balancedAccuracy()));
        line(out, "AUPRC", number(report.auprc()));
        line(out, "Brier score", number(report.brier()));
        line(out, "AUROC, stress against all else", number(report.minuteAuroc()));
        line(out, "Stress minutes found", percent(report.stressRecall()));
        line(out, "  were none unknown for movement", percent(report.stressRecallUngated()));
        line(out, "Exercise taken for strain", percent(report.exerciseFlagged()));
        line(out, "  above the threshold of a minute", percent(report.exerciseAboveThreshold()));
        line(out, "  said to be unknown", percent(report.exerciseUnknown()));
        line(out, "Rest after it taken for strain", percent(report.postExerciseFlagged()));
        line(out, "  above the threshold of a minute", percent(report.postExerciseAboveThreshold()));
        line(out, "Stress stretches found", percent(report.windowRecall()) + " of " + report.stretches());
        line(out, "  after, median and 95 %", seconds(report.delayMedianS()) + ", " + seconds(report.delayP95S()));
        line(out, "Needless windows per hour of rest", number(report.falseWindowsPerRestHour()));
        out.flush();
    }

    void write(Path file) {
        var mapper = JsonMapper.builder().build();
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    private ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("method", report.method());
        root.put("weights", weights);
        root.put("subjects", report.subjects());
        root.put("windows", report.windows());
        put(root, "coverage", report.coverage());
        put(root, "auroc", report.auroc());
        var interval = root.putArray("auroc_ci");
        report.aurocLow().ifPresent(low -> interval.add(rounded(low)));
        report.aurocHigh().ifPresent(high -> interval.add(rounded(high)));
        put(root, "auroc_subject_mean", report.aurocSubjectMean());
        put(root, "auroc_unknown_as_no_sign", report.aurocUnknownAsNoSign());
        put(root, "balanced_accuracy", report.balancedAccuracy());
        put(root, "auprc", report.auprc());
        put(root, "brier", report.brier());
        put(root, "minute_auroc", report.minuteAuroc());
        put(root, "stress_recall", report.stressRecall());
        put(root, "stress_recall_ungated", report.stressRecallUngated());
        put(root, "exercise_flagged", report.exerciseFlagged());
        put(root, "exercise_above_threshold", report.exerciseAboveThreshold());
        put(root, "exercise_unknown", report.exerciseUnknown());
        put(root, "post_exercise_flagged", report.postExerciseFlagged());
        put(root, "post_exercise_above_threshold", report.postExerciseAboveThreshold());
        root.put("stretches", report.stretches());
        put(root, "window_recall", report.windowRecall());
        var delay = root.putObject("delay_s");
        put(delay, "median", report.delayMedianS());
        put(delay, "p95", report.delayP95S());
        put(root, "false_windows_per_rest_hour", report.falseWindowsPerRestHour());
        return root;
    }

    /** A figure that the study cannot give is null. */
    private static void put(ObjectNode node, String name, OptionalDouble figure) {
        if (figure.isPresent()) {
            node.put(name, rounded(figure.getAsDouble()));
        } else {
            node.putNull(name);
        }
    }

    private static double rounded(double figure) {
        return Math.round(figure * DIGITS) / DIGITS;
    }

    private static void line(PrintWriter out, String what, String figure) {
        out.printf("%-39s %s%n", what, figure);
    }

    private static String number(OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : "-";
    }

    private static String percent(OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * figure.getAsDouble()) : "-";
    }

    private static String seconds(OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.0f s", figure.getAsDouble()) : "-";
    }
}
