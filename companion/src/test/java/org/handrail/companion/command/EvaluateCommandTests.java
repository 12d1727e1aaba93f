package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handrail.companion.evaluation.InventedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTests {

    @TempDir
    private Path folder;

    @Test
    void anInventedStudyIsScoredUnderTheNamesThatAreAgreed() throws IOException {
        InventedStudy.at(folder, 3);
        var json = folder.resolve("figures.json");

        var said = run("evaluate", folder.toString(), "--json", json.toString());

        assertThat(said).contains("3 people", "AUROC, stress against rest", "weights as shipped");
        var figures = read(json);
        assertThat(figures.propertyNames())
                .contains(
                        "method",
                        "subjects",
                        "windows",
                        "coverage",
                        "auroc",
                        "auroc_ci",
                        "auroc_subject_mean",
                        "auroc_unknown_as_no_sign",
                        "balanced_accuracy",
                        "auprc",
                        "brier",
                        "minute_auroc",
                        "stress_recall",
                        "stress_recall_ungated",
                        "exercise_flagged",
                        "exercise_unknown",
                        "post_exercise_flagged",
                        "window_recall",
                        "delay_s",
                        "false_windows_per_rest_hour");
        assertThat(figures.get("subjects").asInt()).isEqualTo(3);
        // Each person: 9 or 10 whole minutes of stress and two rests of 19, every 30 s, but for the ends that never
        // close.
        assertThat(figures.get("windows").asInt()).isBetween(3 * 40, 3 * 47);
        assertThat(figures.get("auroc").asDouble()).isGreaterThan(0.9);
        assertThat(figures.get("auroc_ci").size()).isEqualTo(2);
        assertThat(figures.get("exercise_flagged").isNull()).isTrue();
        assertThat(figures.get("delay_s").has("median")).isTrue();
        assertThat(figures.get("delay_s").has("p95")).isTrue();
    }

    @Test
    void weightsThatWereFittedCanBeJudgedOnAnotherStudy() throws IOException {
        InventedStudy.at(folder, 3);
        var weights = folder.resolve("weights.properties");
        var fitJson = folder.resolve("fit.json");

        run("fit", folder.toString(), "--out", weights.toString(), "--json", fitJson.toString());

        assertThat(run("fit", folder.toString())).isEqualTo(Files.readString(weights));
        assertThat(read(fitJson).get("studies").get(0).get("subjects").asInt()).isEqualTo(3);
        assertThat(run("evaluate", folder.toString(), "--weights", weights.toString()))
                .contains("weights of weights.properties");
        assertThat(run("evaluate", folder.toString(), "--loso")).contains("fitted to the others");
    }

    @Test
    void whatIsNoStudyIsOneSentence() throws IOException {
        assertThat(refused("evaluate", folder.resolve("nowhere").toString())).contains("expected a folder");
        assertThat(refused("fit", folder.toString())).contains("sessions.csv");

        InventedStudy.at(folder, 1);
        var labels = folder.resolve("labels.csv");
        var good = Files.readString(labels);
        Files.writeString(labels, good.replace("stress", "strain"));
        assertThat(refused("evaluate", folder.toString())).contains("labels.csv, line 3", "\"strain\"");
        Files.writeString(labels, good.replace("end_s", "end"));
        assertThat(refused("evaluate", folder.toString())).contains("expected the header");
        Files.delete(labels);
        assertThat(refused("evaluate", folder.toString())).contains("expected labels.csv");
        Files.writeString(labels, good);
        Files.writeString(folder.resolve("S1").resolve("hr.csv"), "t_s\n1\n");
        assertThat(refused("evaluate", folder.toString())).contains("hr.csv", "expected the header");
    }

    @Test
    void weightsThatAreNoneAreOneSentence() throws IOException {
        InventedStudy.at(folder, 1);
        var weights = folder.resolve("weights.properties");

        assertThat(refusedWith(weights, "INTERCEPT=-1\nHEART_RAT=0.4\n")).contains("know no HEART_RAT");
        assertThat(refusedWith(weights, "INTERCEPT=much\n")).contains("needs a number, not \"much\"");
        assertThat(refusedWith(weights, "HEART_RATE=0.4\n")).contains("need an INTERCEPT");
        Files.delete(weights);
        assertThat(refused("evaluate", folder.toString(), "--weights", weights.toString()))
                .contains("Cannot read weights");
    }

    @Test
    void onePersonCannotBeLeftOutAndRestAloneCannotBeFitted() throws IOException {
        InventedStudy.at(folder, 1);
        assertThat(refused("evaluate", folder.toString(), "--loso")).contains("at least two");

        var labels = folder.resolve("labels.csv");
        Files.writeString(labels, Files.readString(labels).replace(",stress,", ",rest,"));
        assertThat(refused("fit", folder.toString())).contains("windows of stress and windows of rest");
    }

    private String refusedWith(Path weights, String lines) throws IOException {
        Files.writeString(weights, lines);
        return refused("evaluate", folder.toString(), "--weights", weights.toString());
    }

    private static JsonNode read(Path json) {
        return JsonMapper.builder().build().readTree(json.toFile());
    }

    private static String run(String... arguments) {
        var out = new StringWriter();
        assertThat(Terminal.line().setOut(new PrintWriter(out, true)).execute(arguments))
                .isZero();
        return out.toString();
    }

    private static String refused(String... arguments) {
        var err = new StringWriter();
        int code = Terminal.line().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(code).isOne();
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString();
    }
}
