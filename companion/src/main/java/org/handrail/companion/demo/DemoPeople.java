package org.handrail.companion.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.springframework.stereotype.Component;

/** Invented people, seeded by the demo and by nothing else. Everybody signs in with the same word. */
@Component
public class DemoPeople {

    /** What everybody in the demo signs in with. */
    public static final String PASSWORD = "steady";

    /** The mentee of the hard evening. */
    public static final String HARD_EVENING = "maya";

    /** The mentor who is asked first. */
    public static final String FIRST_MENTOR = "sam";

    private static final Plan SHORT_WAIT = new Plan(Duration.ofSeconds(20), SilenceMeans.TELL_MENTOR);
    private static final List<String> COPING_STEPS = List.of(
            "Walk around the block with the phone at home", "Cold water on the wrists", "Call and talk about football");

    private final People people;
    private final Mentorships mentorships;
    private final Consents consents;
    private final Plans plans;
    private final Clock clock;

    DemoPeople(People people, Mentorships mentorships, Consents consents, Plans plans, Clock clock) {
        this.people = people;
        this.mentorships = mentorships;
        this.consents = consents;
        this.plans = plans;
        this.clock = clock;
    }

    /** The mentees, the one with the hard evening first. */
    public List<Person> mentees() {
        return List.of(HARD_EVENING, "jonas", "elif").stream()
                .flatMap(name -> people.signingInAs(name).stream())
                .toList();
    }

    public boolean areHere() {
        return people.signingInAs(HARD_EVENING).isPresent();
    }

    /**
     * @param evening where the mentees live: somewhere where it is evening now
     * @param here where everybody else lives
     */
    public void moveIn(ZoneId evening, ZoneId here) {
        var sam = add(Role.MENTOR, "Sam", FIRST_MENTOR, here);
        var noor = add(Role.MENTOR, "Noor", "noor", here);
        var clinician = add(Role.CLINICIAN, "Dr. Okafor", "okafor", here);
        var coordinator = add(Role.COORDINATOR, "Ines", "ines", here);
        for (var mentee : List.of(
                add(Role.MENTEE, "Maya", HARD_EVENING, evening),
                add(Role.MENTEE, "Jonas", "jonas", evening),
                add(Role.MENTEE, "Elif", "elif", evening))) {
            consents.give(mentee.asMentee(), Optional.empty(), Scope.COLLECTION, "to notice strained stretches");
            consents.give(mentee.asMentee(), Optional.of(clinician.id()), Scope.TRENDS, "to prepare our visits");
            consents.give(
                    mentee.asMentee(),
                    Optional.of(coordinator.id()),
                    Scope.STRAINED_STRETCH,
                    "so that no call of mine stays unanswered");
            accompany(mentee, sam, 1);
            accompany(mentee, noor, 2);
            plans.write(mentee.asMentee(), new WrittenPlan(SHORT_WAIT, COPING_STEPS));
        }
    }

    private void accompany(Person mentee, Person mentor, int step) {
        var deadline = Optional.of(Duration.ofMinutes(5));
        mentorships.create(new NewMentorship(
                mentee.asMentee(), mentor.asMentor(), step, deadline, clock.instant(), Optional.empty()));
        consents.give(
                mentee.asMentee(), Optional.of(mentor.id()), Scope.STRAINED_STRETCH, "so that you can look in on me");
    }

    private Person add(Role role, String displayName, String signInName, ZoneId zone) {
        var phone = role == Role.MENTEE ? Optional.of("+1 555 0100") : Optional.<String>empty();
        var person = new Person(UUID.randomUUID(), role, displayName, signInName, zone, phone);
        people.add(person, PASSWORD);
        return person;
    }
}
