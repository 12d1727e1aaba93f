package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.companion.replay.ScenarioReport;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.devicesim.fault.Span;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.scenario.FaultKind;
import org.handrail.devicesim.scenario.Scenarios;
import org.handrail.devicesim.scenario.Trouble;
import org.handrail.devicesim.scenario.TroubledStretch;
import org.handrail.devicesim.scenario.WristFault;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SimCommandTests {

    @TempDir
    private Path directory;

    @Test
    void theListHasALineForEachScenario() {
        var said = new StringWriter();
        int code = Terminal.line().setOut(new PrintWriter(said)).execute("sim", "list");

        assertThat(code).isEqualTo(CommandLine.ExitCode.OK);
        assertThat(said.toString().lines()).hasSize(11).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("scenario                     people  days  what happens");
            assertThat(lines.get(1))
                    .isEqualTo("calm-week                         2     7  Two people, a readable and a dry skin,"
                            + " in whose week nothing strains.");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "sim ~ say what to do: sim list, sim run SCENARIO or sim load ~ Try 'handrail sim --help'.",
                "sim run ~ Missing required parameter: 'SCENARIO|FILE' ~ Try 'handrail sim run --help'.",
                "sim run calm-weak ~ calm-weak: there is no such scenario, and no such file. Did you mean 'calm-week'? ~ ''",
                "sim run calm-week --speed fast ~ The speed is 'max' or a number above zero, not 'fast'. ~ ''",
                "sim run calm-week --json /no/such/folder/x.json ~ Cannot write /no/such/folder/x.json; choose another file. ~ ''"
            },
            quoteCharacter = '"')
    void whatIsInTheWayIsSaid(String line, String sentence, String more) {
        String expected = "handrail: " + sentence + (more.equals("''") ? "" : "\n" + more);
        assertThat(errorsOf(line.split(" "))).isEqualTo(expected);
    }

    @Test
    void everyFaultOfAFileIsSaidWithItsLine() throws Exception {
        Path file = Files.writeString(directory.resolve("week.yaml"), """
                title: A week
                abuot: Nothing
                seed: 1
                starts: 2026-03-02
                days: 100
                people:
                  - name: Maya
                    zone: Europe/Vienna
                """);

        assertThat(errorsOf("sim", "run", file.toString()))
                .isEqualTo("handrail: " + file + ", line 1: 'about' is missing; expected some words.\n" + file
                        + ", line 2: a scenario has no 'abuot'; did you mean 'about'?"
                        + " Expected: title, about, seed, starts, days, people.\n" + file
                        + ", line 5: 'days' is '100'; expected a whole number from 1 to 28.");
    }

    @Test
    void theReportSaysWhatWasFoundAndWhatWasNot() {
        var said = new StringWriter();
        new ScenarioText(new PrintWriter(said)).print(report());

        assertThat(said.toString().lines())
                .containsExactly(
                        "1200 frames published, 1100 stored, 20 known already, 80 refused, in 4.0 s",
                        "",
                        "Elif (Europe/Berlin)",
                        "  Strained stretches",
                        "    Tue 07 Jul 20:30 - 21:15  craving  found after 9 h 30 min",
                        "    Wed 08 Jul 12:00 - 12:30  strain   not found",
                        "  Risk windows in which nothing strained",
                        "    Wed 08 Jul 23:50 - Thu 09 Jul 00:10  For no reason.",
                        "  Nights",
                        "  Faults",
                        "    Tue 07 Jul 18:00 - Wed 08 Jul 06:00  network loss     600 held, 20 doubled",
                        "    Tue 07 Jul 18:00 - Wed 08 Jul 06:00  missed beats     no frame",
                        "  Refused",
                        "    70  malformed",
                        "    10  from the future");
    }

    @Test
    void theJsonHoldsADelayOnlyForWhatWasFound() {
        Path file = directory.resolve("report.json");
        ScenarioJson.write(report(), file);

        var person = JsonMapper.builder().build().readTree(file).get("people").get(0);
        assertThat(person.get("stretches").get(0).get("delay_s").asInt()).isEqualTo(9 * 3_600 + 1_800);
        assertThat(person.get("stretches").get(0).get("about").asString()).isEqualTo("craving");
        assertThat(person.get("stretches").get(1).has("delay_s")).isFalse();
        assertThat(person.get("stretches").get(1).get("found").asBoolean()).isFalse();
        assertThat(person.get("needless")).hasSize(1);
        assertThat(person.get("known").asInt()).isEqualTo(20);
        assertThat(person.get("refused").get("malformed").asInt()).isEqualTo(70);
        assertThat(person.get("faults").get(0).get("what").asString()).isEqualTo("network loss");
        assertThat(person.get("faults").get(0).get("frames").get("held").asInt())
                .isEqualTo(600);
    }

    @Test
    void aReportIsWholeWhereEveryFrameIsAccountedFor() {
        assertThat(report().isWhole()).isTrue();
        assertThat(report().known()).isEqualTo(20);
        assertThat(report().refused()).isEqualTo(80);
    }

    private static ScenarioReport report() {
        var evening = window("2026-07-07T18:30:00Z", 45);
        var outage = window("2026-07-07T16:00:00Z", 12 * 60);
        var found = new ScenarioReport.Found(evening, evening.start().plusSeconds(600), outage.end(), "Tension.");
        var needless = window("2026-07-08T21:50:00Z", 20);
        var life = new ScenarioReport.Life(
                "Elif",
                ZoneId.of("Europe/Berlin"),
                1_200,
                1_100,
                20,
                Map.of(RefusalReason.FROM_THE_FUTURE, 10L, RefusalReason.MALFORMED, 70L),
                List.of(
                        new ScenarioReport.Stretch(
                                new TroubledStretch(Trouble.CRAVING, Strain.during(evening)), Optional.of(found)),
                        new ScenarioReport.Stretch(
                                new TroubledStretch(Trouble.STRAIN, Strain.during(window("2026-07-08T10:00:00Z", 30))),
                                Optional.empty())),
                List.of(new ScenarioReport.Found(needless, needless.start(), needless.start(), "For no reason.")),
                List.of(),
                List.of(
                        new ScenarioReport.Damage(
                                new WristFault(FaultKind.NETWORK_LOSS, new Fault.NetworkLoss(Span.always()), outage),
                                Map.of(Effect.DOUBLED, 20L, Effect.HELD, 600L)),
                        new ScenarioReport.Damage(
                                new WristFault(FaultKind.MISSED_BEATS, new Fault.MissedBeats(Span.always(), 1), outage),
                                Map.of())));
        return new ScenarioReport(Scenarios.find("twelve-hour-outage"), Duration.ofSeconds(4), List.of(life));
    }

    private static TimeWindow window(String start, int minutes) {
        return new TimeWindow(Instant.parse(start), Instant.parse(start).plusSeconds(60L * minutes));
    }

    /** What the command says on its way out. */
    private static String errorsOf(String... arguments) {
        var said = new StringWriter();
        var line = Terminal.line().setErr(new PrintWriter(said, true));
        assertThat(line.execute(arguments)).isNotEqualTo(CommandLine.ExitCode.OK);
        return said.toString().strip();
    }
}
