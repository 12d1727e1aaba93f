package org.handrail.companion.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;

/** Invented people in a house: a mentee with a plan, two mentors on the ladder, a clinician and a coordinator. */
record Neighbours(Person robin, Person sam, Person alex, Person lee, Person kim) {

    static final String PASSWORD = "one step at a time";
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    static Neighbours moveInto(House house) {
        var neighbours = new Neighbours(
                add(house, Role.MENTEE, "Robin", Optional.of("+1 (555) 010-0142")),
                add(house, Role.MENTOR, "Sam", Optional.empty()),
                add(house, Role.MENTOR, "Alex", Optional.empty()),
                add(house, Role.CLINICIAN, "Lee", Optional.empty()),
                add(house, Role.COORDINATOR, "Kim", Optional.empty()));
        neighbours.agree(house);
        return neighbours;
    }

    private static Person add(House house, Role role, String name, Optional<String> phone) {
        var person = new Person(UUID.randomUUID(), role, name, name.toLowerCase(Locale.ROOT), ZONE, phone);
        house.room(People.class).add(person, PASSWORD);
        return person;
    }

    private void agree(House house) {
        var consents = house.room(Consents.class);
        consents.give(robin.asMentee(), Optional.empty(), Scope.COLLECTION, "to notice strained stretches");
        for (var mentor : List.of(sam, alex)) {
            consents.give(robin.asMentee(), Optional.of(mentor.id()), Scope.STRAINED_STRETCH, "company");
        }
        consents.give(robin.asMentee(), Optional.of(kim.id()), Scope.STRAINED_STRETCH, "when nobody else has it");
        consents.give(robin.asMentee(), Optional.of(lee.id()), Scope.TRENDS, "the next visit");
        climbs(house, sam, 1);
        climbs(house, alex, 2);
        house.room(Plans.class)
                .write(
                        robin.asMentee(),
                        new WrittenPlan(
                                new Plan(Duration.ofMinutes(3), SilenceMeans.TELL_MENTOR),
                                List.of("Walk around the block", "Call my sister", "Tea, and the blue playlist")));
    }

    private void climbs(House house, Person mentor, int step) {
        house.room(Mentorships.class)
                .create(new Mentorships.NewMentorship(
                        robin.asMentee(), mentor.asMentor(), step, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }
}
