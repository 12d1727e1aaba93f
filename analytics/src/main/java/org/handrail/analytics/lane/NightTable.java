package org.handrail.analytics.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handrail.analytics.Night;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.jspecify.annotations.Nullable;

/** A night as a row of {@code analytics.night}; told again, it replaces what was told before. NaN is null there. */
final class NightTable {

    private static final List<String> KEY = List.of("mentee", "date");

    private static final List<String> REST = List.of(
            "method",
            "source",
            "bed_at",
            "risen_at",
            "onset_at",
            "offset_at",
            "in_bed",
            "total",
            "latency",
            "wake_after_onset",
            "period",
            "efficiency",
            "awakenings",
            "coverage",
            "light",
            "deep",
            "rem",
            "unstaged",
            "resting_heart_rate",
            "rmssd",
            "regularity",
            "social_jetlag",
            "debt");

    static final String UPSERT = "INSERT INTO analytics.night (" + String.join(", ", KEY) + ", "
            + String.join(", ", REST) + ") VALUES ("
            + String.join(", ", Collections.nCopies(KEY.size() + REST.size(), "?"))
            + ") ON CONFLICT (mentee, date) DO UPDATE SET "
            + REST.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));

    private NightTable() {}

    static @Nullable Object[] row(MenteeId mentee, Night night) {
        var amounts = night.amounts();
        return new @Nullable Object[] {
            mentee.value(),
            night.date(),
            RiskMethod.VERSION,
            night.source().name(),
            timestamp(night.inBed().map(TimeWindow::start)),
            timestamp(night.inBed().map(TimeWindow::end)),
            Timestamp.from(night.asleep().start()),
            Timestamp.from(night.asleep().end()),
            known(amounts.inBed()),
            known(amounts.total()),
            known(amounts.latency()),
            known(amounts.wakeAfterOnset()),
            known(amounts.period()),
            known(amounts.efficiency()),
            amounts.awakenings(),
            amounts.coverage(),
            night.stages().map(Night.Stages::light).orElse(null),
            night.stages().map(Night.Stages::deep).orElse(null),
            night.stages().map(Night.Stages::rem).orElse(null),
            night.stages().map(Night.Stages::unstaged).orElse(null),
            known(night.heart().resting()),
            known(night.heart().rmssd()),
            known(night.pattern().regularity()),
            known(night.pattern().socialJetlag()),
            known(night.pattern().debt())
        };
    }

    static Night read(ResultSet row) throws SQLException {
        var bed = instant(row, "bed_at");
        var risen = instant(row, "risen_at");
        return new Night(
                row.getObject("date", LocalDate.class),
                Night.Source.valueOf(row.getString("source")),
                bed.flatMap(start -> risen.map(end -> new TimeWindow(start, end))),
                new TimeWindow(
                        row.getTimestamp("onset_at").toInstant(),
                        row.getTimestamp("offset_at").toInstant()),
                new Night.Amounts(
                        figure(row, "in_bed"),
                        figure(row, "total"),
                        figure(row, "latency"),
                        figure(row, "wake_after_onset"),
                        figure(row, "period"),
                        figure(row, "efficiency"),
                        row.getInt("awakenings"),
                        figure(row, "coverage")),
                stages(row),
                new Night.Heart(figure(row, "resting_heart_rate"), figure(row, "rmssd")),
                new Night.Pattern(figure(row, "regularity"), figure(row, "social_jetlag"), figure(row, "debt")));
    }

    private static Optional<Night.Stages> stages(ResultSet row) throws SQLException {
        double light = figure(row, "light");
        return Double.isNaN(light)
                ? Optional.empty()
                : Optional.of(
                        new Night.Stages(light, figure(row, "deep"), figure(row, "rem"), figure(row, "unstaged")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double figure(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
