package org.handrail.companion.evaluation;

import java.util.List;
import java.util.Locale;
import org.handrail.analytics.EvidenceWeights;

/**
 * Weights, and what they were fitted to.
 *
 * @param rounds of judging and fitting
 * @param isSettled whether the last round changed nothing
 */
public record FittedWeights(EvidenceWeights weights, double lambda, int rounds, boolean isSettled, List<Used> studies) {

    /**
     * What of a study was fitted to.
     *
     * @param windows of 60 s of which the method said something
     * @param stressWindows those of stress
     */
    public record Used(String study, int subjects, int windows, int stressWindows) {}

    public FittedWeights {
        studies = List.copyOf(studies);
    }

    /** The properties file that the method reads, and above it in words where it comes from. */
    public String text() {
        var text = new StringBuilder("# Log-odds of strain for each spread of deviation. Written by ./handrail fit.\n");
        for (var used : studies) {
            text.append(String.format(
                    Locale.ROOT,
                    "# From %s: %d people, %d windows, %d of them stress.\n",
                    used.study(),
                    used.subjects(),
                    used.windows(),
                    used.stressWindows()));
        }
        text.append(String.format(
                Locale.ROOT,
                "# Each person counts alike. Lambda %s; %s.\n",
                lambda == Math.rint(lambda) ? Long.toString((long) lambda) : Double.toString(lambda),
                isSettled ? "settled in " + rounds + " rounds" : "not settled in " + rounds + " rounds"));
        return text.append(weights.text()).toString();
    }
}
