package org.handrail.companion.replay;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Pairings;
import org.handrail.signals.MenteeId;

/** Takes wearers in who are here to be played: with a watch, with consent to collection, and nobody is asked about them. */
final class Newcomers {

    /** A wearer who has been taken in, and the watch. */
    record Newcomer(MenteeId mentee, DeviceCredential paired) {}

    private final House house;

    Newcomers(House house) {
        this.house = house;
    }

    Newcomer welcome(String name, ZoneId zone, String purpose) {
        var person =
                new Person(UUID.randomUUID(), Role.MENTEE, name, "played-" + UUID.randomUUID(), zone, Optional.empty());
        house.room(People.class).add(person, UUID.randomUUID().toString());
        house.room(Consents.class).give(person.asMentee(), Optional.empty(), Scope.COLLECTION, purpose);
        var leaveIt = new Plan(Duration.ofMinutes(3), SilenceMeans.LEAVE_IT);
        house.room(Plans.class).write(person.asMentee(), new WrittenPlan(leaveIt, List.of()));
        return new Newcomer(person.asMentee(), house.room(Pairings.class).pair(person.asMentee()));
    }
}
