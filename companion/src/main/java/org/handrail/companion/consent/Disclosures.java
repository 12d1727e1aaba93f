package org.handrail.companion.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way to anything about a mentee for anybody else: the consent is looked up and the act is written down in one
 * transaction. Without a consent there is nothing to see.
 */
@Component
public class Disclosures {

    private final Consents consents;
    private final JdbcClient jdbc;
    private final Clock clock;

    Disclosures(Consents consents, JdbcClient jdbc, Clock clock) {
        this.consents = consents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks whether this may be shown now, and notes that it is.
     *
     * @param what in words that the mentee will read
     * @return the consent it rests on, or empty: then nothing may be shown
     */
    @Transactional
    public Optional<Consent> disclose(MenteeId mentee, UUID recipient, Scope scope, String what) {
        var consent = consents.held(mentee, recipient, scope);
        consent.ifPresent(held -> jdbc.sql("""
                        INSERT INTO companion.disclosure (mentee, recipient, consent, scope, what, disclosed_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(mentee.value(), recipient, held.id(), scope.name(), what, Timestamp.from(clock.instant()))
                .update());
        return consent;
    }

    /** What was shown to whom, newest first. */
    public List<Disclosure> of(MenteeId mentee, int most) {
        return jdbc.sql("""
                        SELECT recipient, scope, what, disclosed_at FROM companion.disclosure
                        WHERE mentee = ? ORDER BY disclosed_at DESC, id DESC LIMIT ?""")
                .params(mentee.value(), most)
                .query((row, number) -> new Disclosure(
                        row.getObject("recipient", UUID.class),
                        Scope.valueOf(row.getString("scope")),
                        row.getString("what"),
                        row.getTimestamp("disclosed_at").toInstant()))
                .list();
    }
}
