package org.handrail.analytics.lane;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowClosed.Strength;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes down what is found in one past, beside what the record holds. A stretch that begins in a minute of the record is
 * left to the record. Within the caller's transaction; belongs to one thread.
 */
final class PastRun {

    private static final int HEAP = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final MenteeId mentee;
    private final Set<Instant> recorded;
    private final Set<LocalDate> recordedNights;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private Optional<RiskWindowId> open = Optional.empty();
    private Instant last;
    private long minutes;

    PastRun(JdbcTemplate jdbc, MenteeId mentee, TimeWindow span) {
        this.jdbc = jdbc;
        this.mentee = mentee;
        this.last = span.start();
        this.recorded = new HashSet<>(jdbc.query(
                "SELECT start FROM analytics.minute WHERE mentee = ? AND start >= ? AND start < ?",
                (row, number) -> row.getTimestamp(1).toInstant(),
                mentee.value(),
                Timestamp.from(span.start().minus(MINUTE)),
                Timestamp.from(span.end())));
        this.recordedNights = new HashSet<>(jdbc.query(
                "SELECT date FROM analytics.night WHERE mentee = ?",
                (row, number) -> row.getObject(1, LocalDate.class),
                mentee.value()));
    }

    void write(RiskFact fact) {
        if (fact instanceof RiskFact.MinuteClosed closed) {
            write(closed.minute());
        } else if (fact instanceof RiskFact.Slept slept) {
            write(slept.night());
        } else if (fact instanceof RiskFact.Opened opened) {
            write(opened.event());
        } else if (fact instanceof RiskFact.DecisionPoint point) {
            open.ifPresent(window ->
                    jdbc.update(JournalSql.REACH, Timestamp.from(point.event().at()), window.value()));
        } else if (fact instanceof RiskFact.Closed closed) {
            end(
                    closed.event().span().end(),
                    closed.event().ending(),
                    Optional.of(closed.event().strength()));
        }
    }

    /** Nothing more is known; returns how many minutes are new. */
    long finish() {
        end(last, Ending.UNKNOWN, Optional.empty());
        writeRows();
        return minutes;
    }

    private void write(MinuteRecord minute) {
        last = minute.start().plus(MINUTE);
        if (recorded.contains(minute.start())) {
            return;
        }
        minutes++;
        rows.add(MinuteTable.row(mentee, minute));
        if (rows.size() == HEAP) {
            writeRows();
        }
    }

    private void writeRows() {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(MinuteTable.INSERT, rows);
            rows.clear();
        }
    }

    /** A night may be told again when more of it is known. */
    private void write(Night night) {
        if (!recordedNights.contains(night.date())) {
            jdbc.update(NightTable.UPSERT, NightTable.row(mentee, night));
        }
    }

    private void write(RiskWindowOpened window) {
        if (!recorded.contains(window.start())) {
            jdbc.update(
                    JournalSql.OPEN,
                    window.id().value(),
                    mentee.value(),
                    Timestamp.from(window.start()),
                    Timestamp.from(window.openedAt()),
                    WhyJson.write(window.why()),
                    window.why().method());
            open = Optional.of(window.id());
        }
    }

    private void end(Instant at, Ending ending, Optional<Strength> strength) {
        @Nullable
        Timestamp peakAt = strength.map(Strength::peakAt).map(Timestamp::from).orElse(null);
        @Nullable Double severity = strength.map(Strength::severity).orElse(null);
        open.ifPresent(window ->
                jdbc.update(JournalSql.CLOSE, Timestamp.from(at), ending.name(), peakAt, severity, window.value()));
        open = Optional.empty();
    }
}
