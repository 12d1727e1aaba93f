package org.handrail.ingest.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.IntList;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/** A row of the archive as the frame that it was, bit for bit. */
final class FrameRow {

    static final String COLUMNS =
            "device, counter, stream, sampled_at, received_at, position, spacing_us, resolution, \"values\", body";

    private FrameRow() {}

    static ArchivedFrame read(ResultSet row, MenteeId mentee) throws SQLException {
        var id = new FrameId(new DeviceId(row.getString("device")), row.getLong("counter"));
        var name = row.getString("stream");
        var stream = StreamKind.named(name)
                .orElseThrow(() -> new IllegalStateException("The archive holds a stream that nobody knows: " + name));
        var frame = new SignalFrame(id, stream, instant(row, "sampled_at"), content(row, id, stream));
        return new ArchivedFrame(row.getLong("position"), mentee, frame, instant(row, "received_at"));
    }

    private static FrameContent content(ResultSet row, FrameId id, StreamKind stream) throws SQLException {
        return switch (stream) {
            case BEATS -> new Beats(values(row));
            case HEART_RATE, SKIN_CONDUCTANCE, SKIN_TEMPERATURE, MOTION, STEPS ->
                new Series(
                        Duration.ofNanos(row.getLong("spacing_us") * 1_000), row.getDouble("resolution"), values(row));
            case SLEEP, SELF_REPORT, ANSWER, DEVICE_STATUS ->
                FrameCodec.decodeContent(stream, row.getBytes("body"))
                        .orElseThrow(() -> new IllegalStateException(
                                "Frame " + id.counter() + " of device " + id.device() + " is not readable"));
        };
    }

    private static IntList values(ResultSet row) throws SQLException {
        var boxed = (Integer[]) row.getArray("values").getArray();
        var values = new int[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return IntList.of(values);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
