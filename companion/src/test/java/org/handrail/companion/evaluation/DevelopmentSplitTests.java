package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.devicesim.recording.Study;
import org.junit.jupiter.api.Test;

/** What the method is held to on the recordings that it was made with. */
class DevelopmentSplitTests {

    private static final Path DATA = Path.of(System.getProperty("handrail.data", "../../shared/data"));

    @Test
    void fittingAgainWritesTheShippedFileByteForByte() throws IOException {
        var fitted = WeightFit.SHIPPED.to(List.of(study("stress-predict"), study("stress-exercise")), share -> {});

        try (var shipped = EvidenceWeights.class.getResourceAsStream("evidence-weights.properties")) {
            assertThat(fitted.text()).isEqualTo(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(fitted.isSettled()).isTrue();
    }

    @Test
    void shippedWeightsReachTheReferenceOfOneStudyOnTheOther() {
        assertThat(shipped("stress-predict").auroc().getAsDouble()).isGreaterThanOrEqualTo(0.79);
        var exercise = shipped("stress-exercise");
        assertThat(exercise.auroc().getAsDouble()).isGreaterThanOrEqualTo(0.79);
        assertThat(exercise.exerciseFlagged().getAsDouble()).isLessThanOrEqualTo(0.05);
        assertThat(exercise.postExerciseFlagged().getAsDouble()).isLessThanOrEqualTo(0.03);
    }

    @Test
    void theGateCostsAtMostTenPointsOfTheStressThatWouldBeSeen() {
        for (var name : List.of("stress-predict", "stress-exercise")) {
            var report = shipped(name);
            assertThat(report.stressRecall().getAsDouble())
                    .as(name)
                    .isGreaterThanOrEqualTo(report.stressRecallUngated().getAsDouble() - 0.10);
        }
    }

    @Test
    void weightsFittedToOthersRankAboveTheReferences() {
        assertThat(leavingOneOut("stress-predict").auroc().getAsDouble()).isGreaterThanOrEqualTo(0.81);
        assertThat(leavingOneOut("stress-exercise").auroc().getAsDouble()).isGreaterThanOrEqualTo(0.84);
    }

    @Test
    void weightsOfOneStudyReachTheReferenceOnTheOther() {
        assertThat(across("stress-predict", "stress-exercise")).isGreaterThanOrEqualTo(0.79);
        assertThat(across("stress-exercise", "stress-predict")).isGreaterThanOrEqualTo(0.79);
    }

    private static EvaluationReport shipped(String name) {
        return Evaluation.of(study(name), EvidenceWeights.SHIPPED, share -> {});
    }

    private static EvaluationReport leavingOneOut(String name) {
        return Evaluation.leavingOneOut(study(name), WeightFit.SHIPPED, share -> {});
    }

    private static double across(String from, String to) {
        var fitted = WeightFit.SHIPPED.to(List.of(study(from)), share -> {});
        return Evaluation.of(study(to), fitted.weights(), share -> {}).auroc().getAsDouble();
    }

    private static Study study(String name) {
        var folder = DATA.resolve(name).resolve("compact");
        assumeTrue(Files.isDirectory(folder), () -> "Skipped, because " + folder + " is not there");
        return Study.at(folder);
    }
}
