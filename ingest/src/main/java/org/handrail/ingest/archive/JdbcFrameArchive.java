package org.handrail.ingest.archive;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.admission.Admission;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Reads what {@link FrameTable} wrote. A streamed read has a connection of its own that no transaction of the caller
 * knows, so a consumer may write where it likes.
 */
public final class JdbcFrameArchive implements FrameArchive {

    private static final int FETCH_SIZE = 500;

    private static final String READ = "SELECT " + FrameRow.COLUMNS + " FROM ingest.frame WHERE mentee = ? ";

    static final String READ_AFTER = READ + "AND position > ? ORDER BY position";

    static final String READ_SPAN = READ + """
            AND stream = ? AND sampled_at >= ? AND sampled_at < ? AND (ends_at > ? OR sampled_at >= ?)
            ORDER BY sampled_at, position""";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    public JdbcFrameArchive(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> consumer) {
        stream(READ_AFTER, consumer, mentee, position);
    }

    /** Asks the index for each mentee who ever had a device, rather than every frame. */
    @Override
    public Map<MenteeId, Long> lastPositions() {
        var positions = new HashMap<MenteeId, Long>();
        jdbc.query("""
                SELECT mentee, (SELECT max(position) FROM ingest.frame f WHERE f.mentee = m.mentee) AS last
                FROM (SELECT DISTINCT mentee FROM ingest.pairing) m""", row -> {
            long last = row.getLong(2);
            if (!row.wasNull()) {
                positions.put(new MenteeId(row.getObject(1, UUID.class)), last);
            }
        });
        return positions;
    }

    @Override
    public void read(MenteeId mentee, StreamKind stream, TimeWindow window, Consumer<ArchivedFrame> consumer) {
        stream(
                READ_SPAN,
                consumer,
                mentee,
                stream.topicName(),
                Timestamp.from(window.start().minus(Admission.LONGEST_FRAME)),
                Timestamp.from(window.end()),
                Timestamp.from(window.start()),
                Timestamp.from(window.start()));
    }

    @Override
    public void counters(DeviceId device, LongConsumer consumer) {
        jdbc.query(
                "SELECT counter FROM ingest.frame WHERE device = ? ORDER BY counter",
                row -> {
                    consumer.accept(row.getLong(1));
                },
                device.value());
    }

    @Override
    public long count(DeviceId device) {
        var count =
                jdbc.queryForObject("SELECT count(*) FROM ingest.frame WHERE device = ?", Long.class, device.value());
        return count == null ? 0 : count;
    }

    private void stream(String sql, Consumer<ArchivedFrame> consumer, MenteeId mentee, Object... parameters) {
        try (var connection = dataSource.getConnection()) {
            // Only inside a transaction does the driver fetch row by row.
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH_SIZE);
                statement.setObject(1, mentee.value());
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 2, parameters[i]);
                }
                each(statement, mentee, consumer);
            } finally {
                connection.rollback();
            }
        } catch (SQLException fault) {
            throw new SQLExceptionSubclassTranslator().translate("reading frames", sql, fault);
        }
    }

    private static void each(PreparedStatement statement, MenteeId mentee, Consumer<ArchivedFrame> consumer)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.accept(FrameRow.read(rows, mentee));
            }
        }
    }
}
