package org.handrail.companion.menteepage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptState;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.menteepage.Company.Stage;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

/** Knows who is coming, and who would be asked first. */
@Component
class Companies {

    private static final Duration KEPT_IN_SIGHT = Duration.ofHours(6);
    private static final Duration OPEN_FOR = Duration.ofDays(2);

    private final Escalations escalations;
    private final Mentorships mentorships;
    private final Consents consents;
    private final People people;
    private final Clock clock;

    Companies(Escalations escalations, Mentorships mentorships, Consents consents, People people, Clock clock) {
        this.escalations = escalations;
        this.mentorships = mentorships;
        this.consents = consents;
        this.people = people;
        this.clock = clock;
    }

    Company of(Person mentee) {
        Instant now = clock.instant();
        var times = new PlainTimes(mentee.zone(), now);
        return escalations.of(mentee.asMentee(), new TimeWindow(now.minus(OPEN_FOR), now.plusSeconds(1))).stream()
                .findFirst()
                .filter(escalation -> isInSight(escalation, now))
                .map(escalation -> company(escalation, times))
                .orElse(new Company(Stage.NOBODY_ASKED, "", ""));
    }

    /** By name, the first who may be told. */
    Optional<String> firstToBeAsked(Person mentee) {
        return mentorships.ladderOf(mentee.asMentee(), clock.instant()).stream()
                .filter(rung -> consents.held(mentee.asMentee(), rung.mentor().value(), Scope.STRAINED_STRETCH)
                        .isPresent())
                .findFirst()
                .flatMap(rung -> people.find(rung.mentor().value()))
                .map(Person::displayName);
    }

    private static boolean isInSight(Escalation escalation, Instant now) {
        boolean waits =
                escalation.state() == EscalationState.WALKING || escalation.state() == EscalationState.EXHAUSTED;
        return waits
                || escalation
                        .endedAt()
                        .filter(ended -> ended.isAfter(now.minus(KEPT_IN_SIGHT)))
                        .isPresent();
    }

    private Company company(Escalation escalation, PlainTimes times) {
        return switch (escalation.state()) {
            case WALKING -> asking(escalation, times);
            case EASED ->
                escalation.prompts().stream().anyMatch(prompt -> prompt.state().isOpen())
                        ? asking(escalation, times)
                        : new Company(Stage.EASED, "", times.at(escalation.startedAt()));
            case ACKNOWLEDGED ->
                new Company(
                        Stage.HAS_IT,
                        nameOf(escalation, prompt -> prompt.state() == PromptState.ACKNOWLEDGED),
                        times.at(escalation.endedAt().orElse(escalation.startedAt())));
            case EXHAUSTED -> new Company(Stage.NOBODY_YET, "", times.at(escalation.startedAt()));
            case TAKEN_OVER ->
                new Company(
                        Stage.COORDINATOR_HAS_IT,
                        "",
                        times.at(escalation.endedAt().orElse(escalation.startedAt())));
            case STOOD_DOWN -> new Company(Stage.NOBODY_ASKED, "", "");
        };
    }

    private Company asking(Escalation escalation, PlainTimes times) {
        String who = nameOf(escalation, prompt -> prompt.state().isOpen());
        return new Company(Stage.ASKING, who, times.at(escalation.startedAt()));
    }

    private String nameOf(Escalation escalation, Predicate<Prompt> which) {
        return escalation.prompts().stream()
                .filter(which)
                .reduce((earlier, later) -> later)
                .map(Prompt::mentor)
                .map(MentorId::value)
                .flatMap(people::find)
                .map(Person::displayName)
                .orElse("Somebody");
    }
}
