package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handrail.analytics.EvidenceWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CompareCommandTests {

    @TempDir
    private Path directory;

    private record Said(int code, String out, String err) {}

    @AfterAll
    static void logAsOtherTestsDo() {
        List.of("logging.config", "handrail.log").forEach(System::clearProperty);
    }

    @Test
    void theShippedWeightsDoNotPartFromThemselves() throws IOException {
        var same = weights(EvidenceWeights.SHIPPED.byFeature());
        var said = run("compare", same.toString(), "--sim", "1", "--wearers", "1");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("on the 1 week of 1 invented wearer")
                .contains("The two find the same, bit for bit.");
    }

    @Test
    void otherWeightsPartAndTheSameOnesPartAlikeEachTime() throws IOException {
        var louder = EvidenceWeights.SHIPPED.byFeature().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, weight -> weight.getValue() * 1.5));
        var file = weights(louder);
        var once = run("compare", file.toString(), "--sim", "1", "--wearers", "1");
        var again = run("compare", file.toString(), "--sim", "1", "--wearers", "1");

        assertThat(once.out()).doesNotContain("bit for bit").contains("Likelihood           apart by 0.");
        assertThat(again.out()).isEqualTo(once.out());
    }

    @Test
    void whatIsNoFileOfWeightsAndTwoSourcesAtOnceAreOneSentence() throws IOException {
        var words = Files.writeString(directory.resolve("words"), "HEART_RATE=much\n");
        var none = Files.writeString(directory.resolve("none"), "HEART_RATE=1\n");
        var good = weights(Map.of());

        assertThat(run("compare", words.toString(), "--sim", "1").err())
                .startsWith("handrail: " + words + " is no file of weights: ");
        assertThat(run("compare", none.toString(), "--sim", "1").err())
                .isEqualTo("handrail: " + none + " is no file of weights: Weights need an INTERCEPT.\n");
        assertThat(run("compare", directory.resolve("nothing").toString(), "--sim", "1")
                        .err())
                .startsWith("handrail: The weights in ");
        assertThat(run("compare", good.toString(), "--sim", "1", "--data", "somewhere"))
                .isEqualTo(new Said(
                        1,
                        "",
                        "handrail: Two methods are compared on a house, on --study or on --sim, one at a time.\n"));
        assertThat(run("compare", good.toString(), "--sim", "0").err()).startsWith("handrail: Invented people are ");
        assertThat(run("compare", good.toString(), "--study", directory.toString()))
                .matches(said -> said.code() == 1 && said.err().lines().count() == 1);
    }

    private Path weights(Map<String, Double> byFeature) throws IOException {
        var lines = new TreeMap<>(byFeature)
                .entrySet().stream()
                        .map(weight -> weight.getKey() + "=" + weight.getValue())
                        .collect(Collectors.joining("\n"));
        return Files.writeString(
                directory.resolve("weights.properties"),
                "INTERCEPT=" + EvidenceWeights.SHIPPED.intercept() + "\n" + lines + "\n");
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Terminal.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
