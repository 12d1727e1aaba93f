package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Pattern;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTests {

    private static final String SOUND = """
            title: A week
            about: For tests.
            seed: 7
            starts: 2026-03-02
            days: 7
            people:
              - name: Maya
                zone: Europe/Vienna
                traits:
                  heart rate: 61
                senses: [beats, motion]
                answers:
                  says: rough
                  after: 1 min 20 s
                plan:
                  every day:
                    sleep: 23:00 to 06:30
                    work: 09:00 to 17:00
                  tuesday:
                    strains:
                      - at: 20:00
                        for: 40 min
                        strength: 1.2
                        while: chores
                  2026-03-05:
                    work: []
                    sleep: 00:30 to 07:00
                faults:
                  - what: not worn
                    from: 2026-03-06 12:00
                    for: 2 h
            """;

    @Test
    void whatTheFileSaysIsWhatThePersonLives() {
        var scenario = ScenarioReader.read("folder/a-week.yaml", SOUND);
        var maya = scenario.wearers((name, zone) -> new DeviceId("wrist-1")).get(0);

        assertThat(scenario.name()).isEqualTo("a-week");
        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(maya.span().length()).isEqualTo(Duration.ofDays(7));
        assertThat(maya.wearer().settings().traits().heartRate()).isEqualTo(61);
        assertThat(maya.wearer().settings().traits().rmssdMs()).isEqualTo(42);
        assertThat(maya.frames(maya.span(), Duration.ofMinutes(1)).map(frame -> frame.stream()))
                .containsOnly(StreamKind.BEATS, StreamKind.MOTION, StreamKind.SLEEP, StreamKind.DEVICE_STATUS);
        assertThat(maya.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.trouble()).isEqualTo(Trouble.STRAIN);
            assertThat(trouble.strain().strength()).isEqualTo(1.2);
            assertThat(trouble.strain().window().start()).isEqualTo("2026-03-03T19:00:00Z");
            assertThat(trouble.strain().window().length()).isEqualTo(Duration.ofMinutes(40));
        });
        assertThat(doing(maya, "2026-03-03T19:10:00Z")).isEqualTo(Activity.HOUSEHOLD);
        assertThat(doing(maya, "2026-03-04T09:00:00Z")).isEqualTo(Activity.DESK);
        assertThat(maya.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.NOT_WORN);
            assertThat(fault.window().start()).isEqualTo("2026-03-06T11:00:00Z");
        });
    }

    @Test
    void aRuleForADateGoesBeforeOneForAWeekdayAndThatBeforeOneForEveryDay() {
        var maya = ScenarioReader.read("a.yaml", SOUND)
                .wearers((name, zone) -> new DeviceId("wrist-1"))
                .get(0);

        assertThat(maya.nights().values())
                .extracting(night -> night.start())
                .contains(Instant.parse("2026-03-05T23:30:00Z"));
        assertThat(maya.nights()).hasSize(7);
        assertThat(doing(maya, "2026-03-05T22:15:00Z")).isNotEqualTo(Activity.SLEEP);
        assertThat(doing(maya, "2026-03-04T22:15:00Z")).isEqualTo(Activity.SLEEP);
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "days: 7 | days: 70 | line 5: 'days' is '70'; expected a whole number from 1 to 28.",
                "seed: 7 | sead: 7 | line 1: 'seed' is missing; expected a whole number.\\nt.yaml, line 3: a scenario has no 'sead'; did you mean 'seed'? Expected: title, about, seed, starts, days, people.",
                "name: Maya | colour: red | line 7: a person has no 'colour'; expected: name, zone, disposition, traits, senses, answers, plan, faults.\\nt.yaml, line 7: 'name' is missing; expected some words.",
                "starts: 2026-03-02 | starts: 2026-02-30 | line 4: 'starts' is '2026-02-30'; expected a date such as 2025-10-24.",
                "Europe/Vienna | Europe/Wien | line 8: 'zone' is 'Europe/Wien'; expected a time zone such as Europe/Vienna.",
                "heart rate: 61 | heart rate: 610 | line 10: 'heart rate' is '610'; expected a number from 40.0 to 110.0.",
                "heart rate: 61 | heart rate: NaN | line 10: 'heart rate' is 'NaN'; expected a number from 40.0 to 110.0.",
                "[beats, motion] | [beats, pulse] | line 11: 'senses' is 'pulse'; expected one of beats, heart rate, skin conductance, skin temperature, motion.",
                "says: rough | says: fine | line 13: 'says' is 'fine'; expected one of okay, rough, reach out.",
                "after: 1 min 20 s | after: soon | line 14: 'after' is 'soon'; expected a length such as 1 h 20 min, from 0 s to 30 min.",
                "every day: | everyday: | line 16: a plan has no 'everyday'; did you mean 'every day'? Expected: every day, weekdays, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday, or a date such as 2025-10-24.",
                "sleep: 23:00 to 06:30 | sleeps: 23:00 to 06:30 | line 17: a day has no 'sleeps'; did you mean 'sleep'? Expected: sleep, work, sitting, chores, walking, exercise, awake, strains, cravings.",
                "sleep: 23:00 to 06:30 | sleep: 23:00 - 06:30 | line 17: 'sleep' is '23:00 - 06:30'; expected two times such as 09:00 to 17:30, or a time and a length such as 18:00 for 45 min.",
                "sleep: 23:00 to 06:30 | sleep: 23:00 to 14:00 | line 17: 'sleep' is no night; expected 2 to 14 hours that end on the next day, before 20:00.",
                "work: 09:00 to 17:00 | work: 09:00 to 25:00 | line 18: 'work' is '09:00 to 25:00'; expected two times such as 09:00 to 17:30, or a time and a length such as 18:00 for 45 min.",
                "at: 20:00 | at: 8 pm | line 21: 'at' is '8 pm'; expected a time such as 20:30.",
                "for: 40 min | for: 9 h | line 22: 'for' is '9 h'; expected a length such as 1 h 20 min, from 5 min to 4 h.",
                "strength: 1.2 | strength: 2 | line 23: 'strength' is '2'; expected a number from 0.7 to 1.3.",
                "2026-03-05: | 2026-03-15: | line 25: 2026-03-15 is not in this scenario; expected a date from 2026-03-02 to 2026-03-08.",
                "what: not worn | what: nat worn | line 29: 'what' is 'nat worn'; expected one of not worn, charging, battery empty, missed beats, motion artifacts, clock drift, clock jump, local time, restart, network loss, lost frames, doubled frames, shuffled frames, corrupt frames.",
                "2026-03-06 12:00 | 2026-04-06 12:00 | line 30: 'from' is '2026-04-06 12:00'; expected a date and a time such as 2025-10-24 20:00, with a date from 2026-03-02 to 2026-03-08.",
                "heart rate: 61 | hart rate: 61 | line 10: traits has no 'hart rate'; did you mean 'heart rate'? Expected: heart rate, heart rate swing, rmssd, breaths, skin conductance, skin responses, skin temperature, unrest, naps a week, craving.",
                "traits: | disposition: sporty\\n    traits: | line 9: 'disposition' is 'sporty'; expected one of typical, low skin responder, athlete, arrhythmia, shift worker, restless.",
                "what: not worn | share: 5 % | line 29: 'what' is missing; expected one of not worn, charging, battery empty, missed beats, motion artifacts, clock drift, clock jump, local time, restart, network loss, lost frames, doubled frames, shuffled frames, corrupt frames.",
                "seed: 7 | seed: [7, 8] | line 3: 'seed' is expected to be a whole number.",
                "seed: 7 | title: Another | line 1: 'seed' is missing; expected a whole number.\\nt.yaml, line 3: 'title' stands here twice."
            })
    void whatIsWrongIsSaidWithItsLineAndWhatWasExpected(String sound, String wrong, String sentences) {
        assertThat(SOUND).contains(sound);
        assertThat(faultsOf(SOUND.replaceFirst(Pattern.quote(sound), wrong.replace("\\n", "\n"))))
                .isEqualTo("t.yaml, " + sentences.replace("\\n", "\n").replace("|", ""));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheLines() {
        String wrong = SOUND.replace("while: chores", "while: asleep")
                .replace("seed: 7", "seed: seven")
                .replace("  - name: Maya", "  - nom: Maya");

        assertThat(faultsOf(wrong).lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("t.yaml, line 3: 'seed' is 'seven'"),
                        line -> assertThat(line).startsWith("t.yaml, line 7: "),
                        line -> assertThat(line).startsWith("t.yaml, line 7: "),
                        line -> assertThat(line)
                                .isEqualTo("t.yaml, line 24: 'while' is 'asleep';"
                                        + " expected one of sitting, work, chores, walking, exercise."));
    }

    @Test
    void nightsThatOverlapAreRefused() {
        String wrong = SOUND.replace("sleep: 00:30 to 07:00", "sleep: 11:00 to 19:30")
                .replace("every day:\n        sleep: 23:00 to 06:30", "every day:\n        sleep: 18:00 to 06:30");

        assertThat(faultsOf(wrong))
                .isEqualTo(
                        "t.yaml, line 17: 'sleep' after 2026-03-06 begins before the sleep of the night before has ended.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | t.yaml: expected a scenario, and the file is empty.",
                "just words | t.yaml, line 1: a scenario is written as keys with values.",
                "'[a, b' | t.yaml, line 1: this is not YAML (expected ',' or ']', but got <stream end>).",
                "'a: b: c' | t.yaml, line 1: this is not YAML (mapping values are not allowed here)."
            })
    void aFileThatIsNoScenarioIsRefusedInOneSentence(String text, String sentence) {
        assertThat(faultsOf(text)).isEqualTo(sentence);
    }

    @Test
    void whateverTheFileHoldsItIsReadOrRefused() {
        var random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder(SOUND);
            for (int i = 0; i <= random.nextInt(4); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "\n :-[{}&*!|>'\"%@`0x\t\u0000\ufffe".charAt(random.nextInt(20)));
                    case 2 -> text.setCharAt(at, (char) random.nextInt(32, 127));
                    default -> throw new IllegalStateException();
                }
            }
            try {
                ScenarioReader.read("t.yaml", text.toString());
            } catch (ScenarioFault refused) {
                assertThat(refused).as("seed 11, round %d", round).hasMessageStartingWith("t.yaml");
            }
        }
    }

    private static Activity doing(PersonaWearer wearer, String instant) {
        return wearer.wearer().truth(Instant.parse(instant)).activity();
    }

    private static String faultsOf(String text) {
        return String.valueOf(catchThrowableOfType(ScenarioFault.class, () -> ScenarioReader.read("t.yaml", text))
                .getMessage());
    }
}
