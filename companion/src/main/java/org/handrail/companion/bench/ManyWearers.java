package org.handrail.companion.bench;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.people.Role;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Pairings;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes thousands of wearers in at once, with the rows that each would have: a person, a consent, a plan and a pairing. Nobody
 * of them can sign in, so no slow hash is made for each.
 */
final class ManyWearers {

    private static final int AT_ONCE = 1_000;
    private static final String NO_PASSWORD = "{none}";
    private static final int WAITING_SECONDS = 180;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Pairings pairings;
    private final Clock clock;

    ManyWearers(JdbcTemplate jdbc, TransactionTemplate transactions, Pairings pairings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.pairings = pairings;
        this.clock = clock;
    }

    List<DeviceCredential> welcome(int count) {
        var credentials = new ArrayList<DeviceCredential>();
        while (credentials.size() < count) {
            int some = Math.min(AT_ONCE, count - credentials.size());
            credentials.addAll(Objects.requireNonNull(transactions.execute(status -> welcomeAtOnce(some))));
        }
        return credentials;
    }

    private List<DeviceCredential> welcomeAtOnce(int count) {
        var ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                INSERT INTO companion.person (id, role, display_name, sign_in_name, password_hash, zone)
                VALUES (?, ?, 'wearer', ?, ?, ?)""",
                ids.stream()
                        .map(id -> new Object[] {
                            id, Role.MENTEE.name(), "wearer-" + id, NO_PASSWORD, ZoneOffset.UTC.getId()
                        })
                        .toList());
        jdbc.batchUpdate(
                """
                INSERT INTO companion.consent (id, mentee, scope, purpose, valid_from)
                VALUES (?, ?, ?, 'to be a load', ?)""",
                ids.stream()
                        .map(id -> new Object[] {UUID.randomUUID(), id, Scope.COLLECTION.name(), now})
                        .toList());
        jdbc.batchUpdate(
                """
                INSERT INTO companion.plan (mentee, waiting_seconds, silence_means, coping_steps)
                VALUES (?, ?, ?, '{}')""",
                ids.stream()
                        .map(id -> new Object[] {id, WAITING_SECONDS, SilenceMeans.LEAVE_IT.name()})
                        .toList());
        return ids.stream().map(id -> pairings.pair(new MenteeId(id))).toList();
    }
}
