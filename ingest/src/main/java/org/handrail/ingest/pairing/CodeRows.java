package org.handrail.ingest.pairing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.handrail.ingest.PairingCodes.EarlierWatches;
import org.handrail.ingest.PairingCodes.State;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of codes: one row for each mentee who ever asked for one. */
final class CodeRows {

    private final JdbcTemplate jdbc;

    CodeRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Whose code was claimed, and what becomes of the mentee's other watches. */
    record Claim(MenteeId mentee, EarlierWatches earlier) {}

    CodeHash hash() {
        return new CodeHash(jdbc.query("SELECT salt FROM ingest.pairing_code_salt", (row, number) -> row.getBytes(1))
                .get(0));
    }

    /** Takes the place of whatever code the mentee had. */
    void put(MenteeId mentee, UUID id, byte[] hash, Instant expiresAt, EarlierWatches earlier) {
        jdbc.update(
                "INSERT INTO ingest.pairing_code (mentee, id, code_hash, expires_at, earlier) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (mentee) DO UPDATE SET id = excluded.id, code_hash = excluded.code_hash,"
                        + " expires_at = excluded.expires_at, earlier = excluded.earlier, redeemed_at = NULL",
                mentee.value(),
                id,
                hash,
                Timestamp.from(expiresAt),
                earlier.name());
    }

    /** Marks an open code as redeemed. Of two that claim it at once the second waits for the first, and finds nothing. */
    Optional<Claim> claim(byte[] hash, Instant now) {
        return jdbc
                .query(
                        "UPDATE ingest.pairing_code SET redeemed_at = ?"
                                + " WHERE code_hash = ? AND expires_at > ? AND redeemed_at IS NULL"
                                + " RETURNING mentee, earlier",
                        (row, number) -> new Claim(
                                new MenteeId(row.getObject("mentee", UUID.class)),
                                EarlierWatches.valueOf(row.getString("earlier"))),
                        Timestamp.from(now),
                        hash,
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    /** Opens a claimed code again, unless a later one has taken its place. */
    void reopen(byte[] hash) {
        jdbc.update("UPDATE ingest.pairing_code SET redeemed_at = NULL WHERE code_hash = ?", hash);
    }

    State stateOf(UUID id, Instant now) {
        return jdbc
                .query(
                        "SELECT redeemed_at IS NOT NULL, expires_at FROM ingest.pairing_code WHERE id = ?",
                        (row, number) ->
                                state(row.getBoolean(1), row.getTimestamp(2).toInstant(), now),
                        id)
                .stream()
                .findFirst()
                .orElse(State.OVER);
    }

    private static State state(boolean isRedeemed, Instant expiresAt, Instant now) {
        if (isRedeemed) {
            return State.REDEEMED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.OVER;
    }
}
