package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptResult;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.Prompts;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evenings from the wrist to the mentor and back, through the real parts. */
class EveningTests {

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private Household household;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    void aHardEveningWithoutAnAnswerBringsTheMentor() throws InterruptedException {
        household = Household.open(directory, Duration.ofSeconds(5));
        var wearer = InventedWearer.hardEvening(household.clock(), household.paired.device());
        try (var watch = household.watch(AnswerPolicy.ignore())) {
            household.send(watch, wearer.frames());
            await().atMost(SOON).until(() -> watch.counts().nudges() == 1);
            await().atMost(SOON).until(() -> !promptsToMentor().isEmpty());
        }
        var prompt = promptsToMentor().get(0);
        assertThat(prompt.cause()).isEqualTo(Escalation.Cause.SILENCE);
        assertThat(prompt.why()).contains("while sitting still");
        assertThat(freshWindows()).hasSize(1);

        var result = household.room(Prompts.class).acknowledge(prompt.id(), household.mentor.asMentor());

        assertThat(result)
                .isInstanceOfSatisfying(
                        PromptResult.Done.class,
                        done -> assertThat(done.prompt().state()).isEqualTo(PromptState.ACKNOWLEDGED));
        assertThat(escalations()).hasSize(1).first().satisfies(escalation -> {
            assertThat(escalation.state()).isEqualTo(EscalationState.ACKNOWLEDGED);
            assertThat(escalation.prompts()).hasSize(1);
        });
    }

    @Test
    void anOkayFromTheWatchAsksNobody() throws InterruptedException {
        household = Household.open(directory, Duration.ofMinutes(5));
        var wearer = InventedWearer.hardEvening(household.clock(), household.paired.device());
        try (var watch = household.watch(AnswerPolicy.always(Choice.OKAY, Duration.ZERO))) {
            household.send(watch, wearer.frames());
            await().atMost(SOON).until(() -> nudgeStates().equals(List.of(NudgeState.OKAY)));
        }
        assertThat(promptsToMentor()).isEmpty();
        assertThat(escalations()).isEmpty();
    }

    @Test
    void reachingOutFromTheWatchDoesNotWait() throws InterruptedException {
        household = Household.open(directory, Duration.ofMinutes(5));
        var wearer = InventedWearer.hardEvening(household.clock(), household.paired.device());
        try (var watch = household.watch(AnswerPolicy.always(Choice.REACH_OUT, Duration.ZERO))) {
            household.send(watch, wearer.frames());
            await().atMost(SOON).until(() -> !promptsToMentor().isEmpty());
        }
        assertThat(promptsToMentor().get(0).cause()).isEqualTo(Escalation.Cause.ASKED_FOR_COMPANY);
    }

    @Test
    void everyFrameTwiceIsStoredOnceAndAsksOnce() throws InterruptedException {
        household = Household.open(directory, Duration.ofSeconds(5));
        var wearer = InventedWearer.hardEvening(household.clock(), household.paired.device());
        var doubled = new ArrayList<SignalFrame>();
        for (var frame : wearer.frames()) {
            doubled.add(frame);
            doubled.add(frame);
        }
        try (var watch = household.watch(AnswerPolicy.ignore())) {
            household.send(watch, doubled);
            await().atMost(SOON).until(() -> !promptsToMentor().isEmpty());
            household.send(watch, wearer.frames());
        }
        var device = household
                .room(DeviceOverviews.class)
                .of(household.mentee.asMentee())
                .get(0);
        assertThat(device.frames()).isEqualTo(wearer.frames().size());
        assertThat(freshWindows()).hasSize(1);
        assertThat(nudgeStates()).hasSize(1);
        assertThat(promptsToMentor()).hasSize(1);
        assertThat(escalations()).hasSize(1);
    }

    @Test
    void aCalmEveningAsksNobodyAnything() throws InterruptedException {
        household = Household.open(directory, Duration.ofSeconds(5));
        var wearer = InventedWearer.calmEvening(household.clock(), household.paired.device());
        try (var watch = household.watch(AnswerPolicy.ignore())) {
            household.send(watch, wearer.frames());
            assertThat(watch.counts().nudges()).isZero();
        }
        assertThat(freshWindows())
                .as("a strained moment may be noticed, and is not worth a question")
                .allMatch(window -> window.decisionPoint().isEmpty());
        assertThat(nudgeStates()).isEmpty();
        assertThat(escalations()).isEmpty();
    }

    private List<Prompt> promptsToMentor() {
        return household.room(Prompts.class).openFor(household.mentor.asMentor());
    }

    private List<Escalation> escalations() {
        return household.room(Escalations.class).of(household.mentee.asMentee(), EVER);
    }

    private List<NudgeState> nudgeStates() {
        return household.room(Nudges.class).historyFor(household.mentee.asMentee(), EVER).stream()
                .map(nudge -> nudge.state())
                .toList();
    }

    /** Windows of the last half hour; the invented past has its own. */
    private List<RiskWindow> freshWindows() {
        var now = household.clock().instant();
        return household
                .room(AnalysisRecord.class)
                .windowsOf(household.mentee.asMentee(), new TimeWindow(now.minus(Duration.ofMinutes(30)), now));
    }
}
