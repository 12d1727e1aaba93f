package org.handrail.companion.coordinatorpage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.handrail.alerts.Escalations;
import org.handrail.analytics.Judgements;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.signals.TimeWindow;
import org.springframework.stereotype.Component;

/** Gathers how well Handrail has asked the mentees of the programme, all together, over four weeks. */
@Component
class AskingSheets {

    private static final Duration SPAN = Duration.ofDays(28);

    private final Judgements judgements;
    private final Escalations escalations;
    private final People people;
    private final Clock clock;

    AskingSheets(Judgements judgements, Escalations escalations, People people, Clock clock) {
        this.judgements = judgements;
        this.escalations = escalations;
        this.people = people;
        this.clock = clock;
    }

    AskingSheet ofTheProgramme() {
        Instant now = clock.instant();
        var span = new TimeWindow(now.minus(SPAN), now);
        var programme =
                people.inRole(Role.MENTEE).stream().map(Person::asMentee).collect(Collectors.toSet());
        var judgement = judgements.of(programme, span);
        var walked = programme.stream()
                .flatMap(mentee -> escalations.of(mentee, span).stream())
                .toList();
        return AskingWords.of(judgement, SilencePrompts.of(walked, judgement.matters()));
    }
}
