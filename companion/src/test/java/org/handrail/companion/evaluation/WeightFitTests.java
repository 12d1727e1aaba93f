package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.devicesim.recording.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFitTests {

    @TempDir
    private Path folder;

    @Test
    void theFileThatIsWrittenIsTheOneThatTheMethodReads() throws IOException {
        var study = Study.at(InventedStudy.at(folder, 3));
        var fitted = WeightFit.SHIPPED.to(List.of(study), share -> {});

        assertThat(EvidenceWeights.read(new StringReader(fitted.text()))).isEqualTo(fitted.weights());
        assertThat(fitted.text()).contains("3 people").contains("Lambda 400; settled in " + fitted.rounds());
        assertThat(WeightFit.SHIPPED.to(List.of(study), share -> {}).text()).isEqualTo(fitted.text());
    }

    @Test
    void theOrderOfTheStudiesIsNoMatter() throws IOException {
        var one = Study.at(InventedStudy.at(Files.createDirectory(folder.resolve("one")), 2));
        var two = Study.at(new InventedStudy(Files.createDirectory(folder.resolve("two")))
                .person("S1", 0.3)
                .written());

        assertThat(WeightFit.SHIPPED.to(List.of(one, two), share -> {}))
                .isEqualTo(WeightFit.SHIPPED.to(List.of(two, one), share -> {}));
    }

    @Test
    void aPersonIsJudgedByWeightsThatKnowNothingOfThem() throws IOException {
        var usual = sittings("usual", 1);
        var opposite = sittings("opposite", -1);
        var fit = new WeightFit(10);

        var weights = Evaluation.withoutEach(usual, fit, share -> {});
        var others = Evaluation.withoutEach(opposite, fit, share -> {});

        assertThat(others.get("C")).isEqualTo(weights.get("C"));
        assertThat(others.get("A")).isNotEqualTo(weights.get("A"));
        assertThat(others.get("B")).isNotEqualTo(weights.get("B"));
    }

    @Test
    void onePersonCannotBeLeftOut() throws IOException {
        var alone = Sittings.of(Study.at(InventedStudy.at(folder, 1)));

        assertThatThrownBy(() -> Evaluation.withoutEach(alone, WeightFit.SHIPPED, share -> {}))
                .hasMessageContaining("at least two");
    }

    /** A, B and C; only C's body differs between the two. */
    private Sittings sittings(String name, double reactionOfC) throws IOException {
        var study = new InventedStudy(Files.createDirectory(folder.resolve(name)))
                .person("A", 1)
                .person("B", 1)
                .person("C", reactionOfC);
        return Sittings.of(Study.at(study.written()));
    }
}
