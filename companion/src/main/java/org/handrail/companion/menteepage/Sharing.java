package org.handrail.companion.menteepage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.companion.consent.Consent;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Disclosure;
import org.handrail.companion.consent.Disclosures;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.web.PlainTimes;
import org.springframework.stereotype.Component;

/** Who may see what, and who saw what, in words. */
@Component
class Sharing {

    private static final int MOST_ACTS = 100;
    private static final int MOST_LINES = 20;
    private static final Duration ONE_SITTING = Duration.ofHours(1);

    private final Consents consents;
    private final Disclosures disclosures;
    private final People people;
    private final Clock clock;

    Sharing(Consents consents, Disclosures disclosures, People people, Clock clock) {
        this.consents = consents;
        this.disclosures = disclosures;
        this.people = people;
        this.clock = clock;
    }

    /** A grant that can be withdrawn. */
    record Grant(UUID id, String who, String may, String since, Optional<String> until) {}

    /** One line of the ledger: the same person seeing the same thing again within the hour is one line. */
    record Seen(String who, String what, String when, int times) {}

    List<Grant> grantsOf(Person mentee) {
        var times = new PlainTimes(mentee.zone(), clock.instant());
        return consents.heldOf(mentee.asMentee()).stream()
                .map(consent -> grant(consent, times))
                .toList();
    }

    List<Seen> ledgerOf(Person mentee) {
        var times = new PlainTimes(mentee.zone(), clock.instant());
        var names = new HashMap<UUID, String>();
        var lines = new ArrayList<Seen>();
        var acts = disclosures.of(mentee.asMentee(), MOST_ACTS);
        for (int first = 0; first < acts.size() && lines.size() < MOST_LINES; ) {
            int next = endOfSitting(acts, first);
            var latest = acts.get(first);
            lines.add(new Seen(nameOf(latest.recipient(), names), latest.what(), times.at(latest.at()), next - first));
            first = next;
        }
        return lines;
    }

    private static int endOfSitting(List<Disclosure> newestFirst, int first) {
        var latest = newestFirst.get(first);
        Instant earliest = latest.at().minus(ONE_SITTING);
        int next = first + 1;
        while (next < newestFirst.size() && isSame(newestFirst.get(next), latest, earliest)) {
            next++;
        }
        return next;
    }

    private static boolean isSame(Disclosure act, Disclosure latest, Instant earliest) {
        return act.recipient().equals(latest.recipient())
                && act.what().equals(latest.what())
                && act.at().isAfter(earliest);
    }

    private Grant grant(Consent consent, PlainTimes times) {
        String who = consent.recipient()
                .flatMap(people::find)
                .map(Person::displayName)
                .orElse("Handrail");
        String may = switch (consent.scope()) {
            case COLLECTION -> "may measure";
            case STRAINED_STRETCH -> "may know that something is up, and why in a sentence";
            case TRENDS -> "may see how days and weeks went";
        };
        return new Grant(
                consent.id(),
                who,
                may + ", " + purpose(consent.purpose()),
                times.at(consent.from()),
                consent.until().map(times::at));
    }

    private static String purpose(String purpose) {
        return purpose.startsWith("to ") || purpose.startsWith("so ") || purpose.startsWith("for ")
                ? purpose
                : "for: " + purpose;
    }

    private String nameOf(UUID recipient, Map<UUID, String> names) {
        return names.computeIfAbsent(
                recipient, id -> people.find(id).map(Person::displayName).orElse("Somebody"));
    }
}
