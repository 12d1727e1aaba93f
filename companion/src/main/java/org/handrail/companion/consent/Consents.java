package org.handrail.companion.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All grants, past and present. */
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Consent give(MenteeId mentee, Optional<UUID> recipient, Scope scope, String purpose) {
        var consent = new Consent(
                UUID.randomUUID(),
                mentee,
                recipient,
                scope,
                purpose,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        jdbc.sql("""
                        INSERT INTO companion.consent (id, mentee, recipient, scope, purpose, valid_from)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(consent.id())
                .param(mentee.value())
                .param(recipient.orElse(null))
                .param(scope.name())
                .param(purpose)
                .param(Timestamp.from(consent.from()))
                .update();
        return consent;
    }

    /** Ends a grant at once. True where it was the mentee's own and still held. */
    public boolean withdraw(MenteeId mentee, UUID consent) {
        return jdbc.sql("""
                                UPDATE companion.consent SET withdrawn_at = ?
                                WHERE id = ? AND mentee = ? AND withdrawn_at IS NULL""")
                        .params(Timestamp.from(clock.instant()), consent, mentee.value())
                        .update()
                > 0;
    }

    /** Grants that hold now, by recipient and scope. */
    public List<Consent> heldOf(MenteeId mentee) {
        var now = clock.instant();
        return jdbc
                .sql("SELECT * FROM companion.consent WHERE mentee = ? ORDER BY recipient, scope")
                .param(mentee.value())
                .query(Consents::consent)
                .list()
                .stream()
                .filter(consent -> consent.holdsAt(now))
                .toList();
    }

    /** The grant, if any, by which this person may see this much of the mentee now. */
    public Optional<Consent> held(MenteeId mentee, UUID recipient, Scope scope) {
        return heldOf(mentee).stream()
                .filter(consent -> consent.scope() == scope)
                .filter(consent -> consent.recipient().equals(Optional.of(recipient)))
                .findFirst();
    }

    boolean isMeasured(MenteeId mentee) {
        return heldOf(mentee).stream().anyMatch(consent -> consent.scope() == Scope.COLLECTION);
    }

    /** Everybody who consents to be measured now. */
    Set<MenteeId> measured() {
        var now = clock.instant();
        return jdbc
                .sql("SELECT * FROM companion.consent WHERE scope = ? AND withdrawn_at IS NULL")
                .param(Scope.COLLECTION.name())
                .query(Consents::consent)
                .list()
                .stream()
                .filter(consent -> consent.holdsAt(now))
                .map(Consent::mentee)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                new MenteeId(row.getObject("mentee", UUID.class)),
                Optional.ofNullable(row.getObject("recipient", UUID.class)),
                Scope.valueOf(row.getString("scope")),
                row.getString("purpose"),
                row.getTimestamp("valid_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant));
    }
}
