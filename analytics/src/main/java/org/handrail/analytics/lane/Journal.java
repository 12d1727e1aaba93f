package org.handrail.analytics.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.analytics.BaselineEstablished;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeReported;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.detection.StateCodec;
import org.handrail.analytics.detection.StateVersion;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * State, facts and events, saved together or not at all: a snapshot never runs ahead of the events that it implies, and no
 * event is published for a state that was lost.
 */
final class Journal {

    private static final String INSERT_SNAPSHOT = """
            INSERT INTO analytics.snapshot (position, last_received_at, method, state, mentee, revision)
            VALUES (?, ?, ?, ?, ?, ? + 1) ON CONFLICT DO NOTHING""";

    private static final String UPDATE_SNAPSHOT = """
            UPDATE analytics.snapshot
            SET revision = revision + 1, position = ?, last_received_at = ?, method = ?, state = ?
            WHERE mentee = ? AND revision = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Journal(JdbcTemplate jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What is stored of a mentee.
     *
     * @param run empty where an earlier method or codec wrote it; then the archive is to be read from its beginning
     */
    record Stored(Optional<MenteeRun> run, long revision) {}

    /** @throws LaterStateFound where a later version wrote it */
    Optional<Stored> find(MenteeId mentee) {
        String sql =
                "SELECT revision, position, last_received_at, method, state FROM analytics.snapshot WHERE mentee = ?";
        return jdbc.query(sql, (row, number) -> stored(row), mentee.value()).stream()
                .findFirst();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        byte[] state = row.getBytes("state");
        long revision = row.getLong("revision");
        if (!StateCodec.isOfThisMethod(state)) {
            var version =
                    new StateVersion(state.length == 0 ? 0 : Byte.toUnsignedInt(state[0]), row.getString("method"));
            new StoredVersions(List.of(new StoredVersions.Stored(version, 1))).refuseLater();
            return new Stored(Optional.empty(), revision);
        }
        var lastReceived =
                Optional.ofNullable(row.getTimestamp("last_received_at")).map(Timestamp::toInstant);
        return new Stored(
                Optional.of(new MenteeRun(StateCodec.decode(state), row.getLong("position"), lastReceived)), revision);
    }

    /** Which versions wrote the snapshots. */
    StoredVersions versions() {
        String sql = """
                SELECT CASE WHEN state = '' THEN 0 ELSE get_byte(substring(state FROM 1 FOR 1), 0) END AS codec, method,
                  count(*) AS mentees
                FROM analytics.snapshot GROUP BY codec, method ORDER BY codec, method""";
        return new StoredVersions(
                jdbc.query(sql, (row, number) -> new StoredVersions.Stored(version(row), row.getLong("mentees"))));
    }

    private static StateVersion version(ResultSet row) throws SQLException {
        return new StateVersion(row.getInt("codec"), row.getString("method"));
    }

    /** Mentees with a risk window that has not ended, for whom silence is to be watched. */
    List<MenteeId> menteesWithOpenWindow() {
        return jdbc.query(
                "SELECT DISTINCT mentee FROM analytics.risk_window WHERE ended_at IS NULL",
                (row, number) -> new MenteeId(row.getObject("mentee", UUID.class)));
    }

    /**
     * Saves these mentees, each once, in one transaction.
     *
     * @throws StaleRun where another writer was faster with one of them; then nothing is saved
     */
    void save(List<Entry> entries) {
        transactions.executeWithoutResult(status -> {
            saveSnapshots(INSERT_SNAPSHOT, entries, true);
            saveSnapshots(UPDATE_SNAPSHOT, entries, false);
            saveMinutes(entries);
            for (var entry : entries) {
                var mentee = entry.run().state().mentee();
                entry.found().forEach(found -> saveAndTell(mentee, found));
            }
        });
    }

    private void saveSnapshots(String sql, List<Entry> entries, boolean isFirst) {
        List<@Nullable Object[]> rows = entries.stream()
                .filter(entry -> (entry.revision() == 0) == isFirst)
                .map(Journal::snapshot)
                .toList();
        if (!rows.isEmpty() && IntStream.of(jdbc.batchUpdate(sql, rows)).anyMatch(saved -> saved == 0)) {
            throw new StaleRun();
        }
    }

    private static @Nullable Object[] snapshot(Entry entry) {
        var run = entry.run();
        @Nullable Timestamp received = run.lastReceivedAt().map(Timestamp::from).orElse(null);
        return new @Nullable Object[] {
            run.position(),
            received,
            RiskMethod.VERSION,
            StateCodec.encode(run.state()),
            run.state().mentee().value(),
            entry.revision()
        };
    }

    private void saveMinutes(List<Entry> entries) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var entry : entries) {
            for (var found : entry.found()) {
                if (found.fact() instanceof RiskFact.MinuteClosed closed) {
                    rows.add(MinuteTable.row(entry.run().state().mentee(), closed.minute()));
                }
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(MinuteTable.INSERT, rows);
        }
    }

    private void saveAndTell(MenteeId mentee, Found found) {
        var fact = found.fact();
        if (fact instanceof RiskFact.Opened opened) {
            open(opened.event());
        } else if (fact instanceof RiskFact.DecisionPoint point) {
            reach(point.event());
        } else if (fact instanceof RiskFact.FellSilent silent) {
            fallSilent(silent.event());
        } else if (fact instanceof RiskFact.Closed closed) {
            close(closed.event());
        } else if (fact instanceof RiskFact.Slept slept) {
            jdbc.update(NightTable.UPSERT, NightTable.row(mentee, slept.night()));
        } else if (fact instanceof RiskFact.Established established) {
            establish(established.event());
        } else if (fact instanceof RiskFact.Reported reported) {
            events.publishEvent(new MenteeReported(
                    mentee, reported.report(), reported.frame().sampledAt()));
        } else if (fact instanceof RiskFact.Answered answered) {
            events.publishEvent(new MenteeAnswered(
                    mentee,
                    answered.nudge(),
                    answered.choice(),
                    answered.frame().sampledAt(),
                    found.receivedAt()));
        }
    }

    /** Told once, even where the archive is read again from its beginning. */
    private void open(RiskWindowOpened event) {
        int inserted = jdbc.update(
                JournalSql.OPEN,
                event.id().value(),
                event.mentee().value(),
                Timestamp.from(event.start()),
                Timestamp.from(event.openedAt()),
                WhyJson.write(event.why()),
                event.why().method());
        if (inserted > 0) {
            events.publishEvent(event);
        }
    }

    /** Told once, even where the archive is read again from its beginning. */
    private void reach(DecisionPointReached event) {
        int reached = jdbc.update(
                JournalSql.REACH, Timestamp.from(event.at()), event.window().value());
        if (reached > 0) {
            events.publishEvent(event);
        }
    }

    private void establish(BaselineEstablished event) {
        int inserted = jdbc.update(
                "INSERT INTO analytics.baseline (mentee, established_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                event.mentee().value(),
                Timestamp.from(event.at()));
        if (inserted > 0) {
            events.publishEvent(event);
        }
    }

    private void fallSilent(RiskWindowFellSilent event) {
        jdbc.update(
                "UPDATE analytics.risk_window SET silent_since = ? WHERE id = ?",
                Timestamp.from(event.since()),
                event.id().value());
        events.publishEvent(event);
    }

    private void close(RiskWindowClosed event) {
        int closed = jdbc.update(
                JournalSql.CLOSE,
                Timestamp.from(event.span().end()),
                event.ending().name(),
                Timestamp.from(event.strength().peakAt()),
                event.strength().severity(),
                event.id().value());
        if (closed > 0) {
            events.publishEvent(event);
        }
    }
}
