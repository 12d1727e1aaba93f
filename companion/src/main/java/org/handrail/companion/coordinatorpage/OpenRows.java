package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.Prompt;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.MenteeId;
import org.springframework.stereotype.Component;

/** Writes out what nobody has, what nobody is left to be asked for first, then the longest waiting. */
@Component
class OpenRows {

    private static final int SHORT_ID = 8;

    private final Escalations escalations;
    private final Consents consents;
    private final People people;
    private final Clock clock;

    OpenRows(Escalations escalations, Consents consents, People people, Clock clock) {
        this.escalations = escalations;
        this.consents = consents;
        this.people = people;
        this.clock = clock;
    }

    List<OpenRow> forCoordinator(Person coordinator) {
        var times = new PlainTimes(coordinator.zone(), clock.instant());
        return escalations.open().stream()
                .map(escalation -> row(escalation, coordinator, times))
                .sorted(Comparator.comparing(row -> !row.isExhausted()))
                .toList();
    }

    /** The name, where the mentee shares it with this coordinator; otherwise a word and the beginning of the id. */
    String nameFor(MenteeId mentee, Person coordinator) {
        return consents.held(mentee, coordinator.id(), Scope.STRAINED_STRETCH)
                .flatMap(held -> people.find(mentee.value()))
                .map(Person::displayName)
                .orElse("Mentee " + mentee.toString().substring(0, SHORT_ID));
    }

    private OpenRow row(Escalation escalation, Person coordinator, PlainTimes times) {
        return new OpenRow(
                escalation.id(),
                nameFor(escalation.mentee(), coordinator),
                what(escalation),
                times.ago(escalation.startedAt()) + ", since " + times.at(escalation.startedAt()),
                escalation.state() == EscalationState.EXHAUSTED,
                escalation.state() == EscalationState.EASED,
                steps(escalation));
    }

    private static String what(Escalation escalation) {
        String cause = switch (escalation.cause()) {
            case ASKED_FOR_COMPANY -> "Asked for company. ";
            case SILENCE -> "Did not answer in a strained stretch. ";
        };
        return cause + howFar(escalation);
    }

    private static String howFar(Escalation escalation) {
        if (escalation.state() == EscalationState.EASED) {
            return "The stretch has eased since, so nobody new is asked.";
        }
        return escalation
                .exhausted()
                .map(reason -> switch (reason) {
                    case NOBODY_ON_LADDER -> "There is nobody on the ladder.";
                    case EVERY_STEP_TRIED -> "Everybody on the ladder was tried, and nobody has it.";
                    case TOO_LATE -> "It took too long, and nobody has it.";
                })
                .orElse("The ladder is being walked.");
    }

    private List<String> steps(Escalation escalation) {
        return Stream.concat(
                        escalation.prompts().stream().map(this::asked),
                        escalation.skipped().stream()
                                .map(step -> name(step.mentor().value()) + ": not asked, " + words(step.reason())))
                .toList();
    }

    private String asked(Prompt prompt) {
        String what = switch (prompt.state()) {
            case RAISED -> "is being asked";
            case OPENED -> "has opened it";
            case ACKNOWLEDGED -> "has it";
            case HANDED_OVER -> "can’t right now";
            case PASSED_ON -> "has not answered in time";
            case STOOD_DOWN -> "need not come any more";
        };
        return name(prompt.mentor().value()) + ": " + what;
    }

    private static String words(DispatchCheck.Refusal reason) {
        return switch (reason) {
            case NO_CONSENT -> "the mentee does not share it with them";
            case CONSENT_ENDED -> "the consent has ended";
            case PAUSED -> "paused";
            case QUIET_HOURS -> "quiet hours";
            case LOAD_LIMIT -> "has enough on their hands";
        };
    }

    private String name(UUID mentor) {
        return people.find(mentor).map(Person::displayName).orElse("Somebody");
    }
}
