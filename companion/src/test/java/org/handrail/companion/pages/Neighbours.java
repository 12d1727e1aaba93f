package org.handrail.companion.pages;

import java.sql.Timestamp;
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
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.Why;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.ingest.Pairings;
import org.handrail.signals.TimeWindow;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented people in a house: a mentee with a plan, two mentors on the ladder, a clinician and a coordinator. */
record Neighbours(House house, Person robin, Person sam, Person alex, Person lee, Person kim) {

    static final String PASSWORD = "one step at a time";
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Why WHY = new Why(
            "Heart rate higher than usual for this hour and many small starts in the skin, while sitting still.",
            List.of(new Why.Term("HEART_RATE", 2.6, 1.3)),
            List.of(),
            1,
            "invented-1");

    /** @param street sets these people's sign-in names apart from other neighbours' */
    static Neighbours moveInto(House house, String street) {
        var neighbours = new Neighbours(
                house,
                add(house, street, Role.MENTEE, "Robin", Optional.of("+1 (555) 010-0142")),
                add(house, street, Role.MENTOR, "Sam", Optional.empty()),
                add(house, street, Role.MENTOR, "Alex", Optional.empty()),
                add(house, street, Role.CLINICIAN, "Lee", Optional.empty()),
                add(house, street, Role.COORDINATOR, "Kim", Optional.empty()));
        neighbours.agree();
        return neighbours;
    }

    /** As if the detection had believed a stretch just now, and that it is worth a question. */
    RiskWindowId hardStretch(Instant now) {
        var id = new RiskWindowId(UUID.randomUUID());
        var start = now.minusSeconds(600);
        tell(new RiskWindowOpened(id, robin.asMentee(), start, now, WHY));
        tell(new DecisionPointReached(id, robin.asMentee(), start, now, WHY));
        return id;
    }

    /** As if the detection knew that the stretch is over. */
    void eases(RiskWindowId stretch, Instant now) {
        var span = new TimeWindow(now.minusSeconds(600), now);
        tell(new RiskWindowClosed(
                stretch,
                robin.asMentee(),
                span,
                new RiskWindowClosed.Strength(now, 0.8),
                RiskWindowClosed.Ending.EASED));
    }

    private void tell(Object event) {
        new TransactionTemplate(house.room(PlatformTransactionManager.class))
                .executeWithoutResult(status -> house.room(ApplicationEventMulticaster.class)
                        .multicastEvent(new PayloadApplicationEvent<>(this, event)));
    }

    /** As if Robin's watch had been heard of, with some messages that were not taken. */
    void watchWasHeard(Instant at) {
        var device =
                house.room(Pairings.class).devicesOf(robin.asMentee()).get(0).value();
        var jdbc = house.room(JdbcTemplate.class);
        jdbc.update(
                "INSERT INTO ingest.device_state (device, last_received_at, last_sampled_at, frames, duplicates,"
                        + " status_at, battery_percent, contact, firmware) VALUES (?, ?, ?, 900, 0, ?, 64, 'WORN', '1.4')",
                device,
                Timestamp.from(at),
                Timestamp.from(at),
                Timestamp.from(at));
        for (var reason : List.of("MALFORMED", "FROM_THE_FUTURE")) {
            jdbc.update(
                    "INSERT INTO ingest.refusal (device, reason, day, n) VALUES (?, ?, '2026-11-20', ?)",
                    device,
                    reason,
                    reason.length());
        }
    }

    /** Whether the courier holds a receipt that a page has shown Sam's latest prompt. */
    boolean samsPageHasShownIt() {
        return house.room(JdbcTemplate.class)
                .queryForList("""
                        SELECT d.state FROM alerts.delivery d JOIN alerts.prompt p ON p.id = d.prompt
                        WHERE p.mentor = ? AND d.channel = 'LIVE_PAGE' ORDER BY p.raised_at DESC LIMIT 1""", String.class, sam.id())
                .contains("SHOWN");
    }

    private static Person add(House house, String street, Role role, String name, Optional<String> phone) {
        String signInName = name.toLowerCase(Locale.ROOT) + "." + street;
        var person = new Person(UUID.randomUUID(), role, name, signInName, ZONE, phone);
        house.room(People.class).add(person, PASSWORD);
        return person;
    }

    private void agree() {
        var consents = house.room(Consents.class);
        consents.give(robin.asMentee(), Optional.empty(), Scope.COLLECTION, "to notice strained stretches");
        for (var mentor : List.of(sam, alex)) {
            consents.give(robin.asMentee(), Optional.of(mentor.id()), Scope.STRAINED_STRETCH, "so that I have company");
        }
        consents.give(
                robin.asMentee(), Optional.of(kim.id()), Scope.STRAINED_STRETCH, "so that somebody always has it");
        consents.give(robin.asMentee(), Optional.of(lee.id()), Scope.TRENDS, "to prepare our visits");
        climbs(sam, 1);
        climbs(alex, 2);
        house.room(Plans.class)
                .write(
                        robin.asMentee(),
                        new WrittenPlan(
                                new Plan(Duration.ofMinutes(3), SilenceMeans.TELL_MENTOR),
                                List.of("Walk around the block", "Call my sister", "Tea, and the blue playlist")));
        house.room(Pairings.class).pair(robin.asMentee());
    }

    private void climbs(Person mentor, int step) {
        house.room(Mentorships.class)
                .create(new Mentorships.NewMentorship(
                        robin.asMentee(), mentor.asMentor(), step, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }
}
