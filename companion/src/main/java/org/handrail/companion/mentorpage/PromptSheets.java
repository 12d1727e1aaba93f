package org.handrail.companion.mentorpage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.Prompts;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

/** Writes prompts out for one mentor. A name is looked up only under a consent that holds now. */
@Component
class PromptSheets {

    private static final Duration KEPT_IN_SIGHT = Duration.ofHours(12);

    private final Prompts prompts;
    private final Escalations escalations;
    private final Consents consents;
    private final People people;
    private final Plans plans;
    private final Clock clock;

    PromptSheets(Prompts prompts, Escalations escalations, Consents consents, People people, Plans plans, Clock clock) {
        this.prompts = prompts;
        this.escalations = escalations;
        this.consents = consents;
        this.people = people;
        this.plans = plans;
        this.clock = clock;
    }

    /** Those who may need this mentor, the longest waiting first. */
    List<PromptSheet> waitingFor(Person mentor) {
        return sheets(mentor, prompts.openFor(mentor.asMentor()), PromptStage.ASKED);
    }

    /** Those this mentor said "I have it" for, the latest first. */
    List<PromptSheet> takenBy(Person mentor) {
        Instant now = clock.instant();
        var lately = new TimeWindow(now.minus(KEPT_IN_SIGHT), now.plusSeconds(1));
        return sheets(mentor, prompts.historyFor(mentor.asMentor(), lately), PromptStage.YOURS);
    }

    PromptSheet sheet(Person mentor, Prompt prompt) {
        Optional<Escalation> escalation = escalations.find(prompt.escalation());
        var stage = stage(prompt, escalation.map(Escalation::state), mayBeShown(prompt, mentor.asMentor()));
        boolean showsPerson = switch (stage) {
            case ASKED, YOURS, HANDED_ON -> true;
            case SOMEONE_ELSE_HAS_IT, OVER, NOT_SHARED -> false;
        };
        return new PromptSheet(
                prompt.id(),
                stage,
                showsPerson ? person(mentor, prompt, escalation) : Optional.empty(),
                escalation.filter(found -> asksOthers(found, prompt)).isPresent(),
                isIn(escalation, EscalationState.EXHAUSTED),
                isIn(escalation, EscalationState.EASED),
                prompt.response());
    }

    private List<PromptSheet> sheets(Person mentor, List<Prompt> some, PromptStage stage) {
        return some.stream()
                .map(prompt -> sheet(mentor, prompt))
                .filter(sheet -> sheet.stage() == stage)
                .toList();
    }

    private static boolean isIn(Optional<Escalation> escalation, EscalationState state) {
        return escalation.filter(found -> found.state() == state).isPresent();
    }

    private boolean mayBeShown(Prompt prompt, MentorId mentor) {
        return consents.held(prompt.mentee(), mentor.value(), Scope.STRAINED_STRETCH)
                .isPresent();
    }

    private static PromptStage stage(Prompt prompt, Optional<EscalationState> escalation, boolean mayBeShown) {
        if (!mayBeShown) {
            return PromptStage.NOT_SHARED;
        }
        boolean isOpen = escalation.filter(EscalationState::isOpen).isPresent();
        return switch (prompt.state()) {
            case ACKNOWLEDGED -> PromptStage.YOURS;
            case RAISED, OPENED, PASSED_ON -> isOpen ? PromptStage.ASKED : ended(escalation);
            case HANDED_OVER -> isOpen ? PromptStage.HANDED_ON : ended(escalation);
            case STOOD_DOWN -> ended(escalation);
        };
    }

    private static PromptStage ended(Optional<EscalationState> escalation) {
        boolean isTaken = escalation
                .filter(state -> state == EscalationState.ACKNOWLEDGED || state == EscalationState.TAKEN_OVER)
                .isPresent();
        return isTaken ? PromptStage.SOMEONE_ELSE_HAS_IT : PromptStage.OVER;
    }

    private static boolean asksOthers(Escalation escalation, Prompt own) {
        return escalation.prompts().stream()
                .anyMatch(other -> !other.id().equals(own.id()) && other.state().isOpen());
    }

    private Optional<PromptSheet.Person> person(Person mentor, Prompt prompt, Optional<Escalation> escalation) {
        var times = new PlainTimes(mentor.zone(), clock.instant());
        boolean hasSensorInPlay = escalation.flatMap(Escalation::nudge).isPresent();
        return people.find(prompt.mentee().value()).map(mentee -> {
            var words = PromptWords.of(prompt.cause(), mentee.displayName());
            return new PromptSheet.Person(
                    mentee.displayName(),
                    words.headline(),
                    times.at(prompt.since()),
                    times.ago(prompt.since()),
                    hasSensorInPlay ? Optional.of(prompt.why()) : Optional.empty(),
                    plans.find(prompt.mentee()).map(WrittenPlan::copingSteps).orElse(List.of()),
                    words.openingWords(),
                    mentee.phone().map(PromptSheets::dialled));
        });
    }

    private static String dialled(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }
}
