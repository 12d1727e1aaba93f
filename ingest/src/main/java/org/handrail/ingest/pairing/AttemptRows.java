package org.handrail.ingest.pairing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.ingest.pairing.Slowing.Tally;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong codes, durably. An attempt is counted as wrong before the code is looked at and taken back if it was right:
 * so a thousand attempts at once are counted one after the other, and none is looked at before its turn.
 */
final class AttemptRows {

    private static final String ALL = "*";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    AttemptRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Counts an attempt, or says how long the source has to wait before it may make one. */
    Optional<Duration> begin(String source, Instant now) {
        return transactions.execute(status -> {
            var all = tally(ALL, " FOR UPDATE");
            var own = tally(source, "");
            var wait = Guessing.wait(own, all, now);
            if (!wait.isZero()) {
                return Optional.of(wait);
            }
            write(ALL, Guessing.EVERYBODY.after(all, now));
            write(source, Guessing.ONE_SOURCE.after(own, now));
            return Optional.<Duration>empty();
        });
    }

    /** It was not wrong after all. */
    void takeBack(String source) {
        jdbc.update(
                "UPDATE ingest.pairing_attempt SET wrong = greatest(wrong - 1, 0) WHERE source IN (?, ?)", ALL, source);
    }

    void forgetBefore(Instant then) {
        jdbc.update(
                "DELETE FROM ingest.pairing_attempt WHERE source <> ? AND last_wrong_at < ?",
                ALL,
                Timestamp.from(then));
    }

    private Tally tally(String source, String lock) {
        return jdbc
                .query(
                        "SELECT wrong, last_wrong_at FROM ingest.pairing_attempt WHERE source = ?" + lock,
                        (row, number) -> new Tally(
                                row.getInt("wrong"),
                                row.getTimestamp("last_wrong_at").toInstant()),
                        source)
                .stream()
                .findFirst()
                .orElse(Tally.NONE);
    }

    private void write(String source, Tally tally) {
        jdbc.update(
                "INSERT INTO ingest.pairing_attempt (source, wrong, last_wrong_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (source) DO UPDATE SET wrong = excluded.wrong, last_wrong_at = excluded.last_wrong_at",
                source,
                tally.wrong(),
                Timestamp.from(tally.lastAt()));
    }
}
