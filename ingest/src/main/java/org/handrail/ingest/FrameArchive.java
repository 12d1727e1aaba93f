package org.handrail.ingest;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.handrail.ingest.archive.JdbcFrameArchive;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/**
 * The log of everything measured. Reads are streamed row by row on the calling thread, which holds a connection until the
 * last row; what a consumer throws ends the read and reaches the caller. Every method throws
 * {@link org.springframework.dao.DataAccessException} when the database does not answer.
 */
public interface FrameArchive {

    /** The archive in a database, for whoever reads it without a house. */
    static FrameArchive of(DataSource database) {
        return new JdbcFrameArchive(database);
    }

    /** The mentee's frames stored after that position, in the order of their positions. */
    void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> consumer);

    /** The last position of each mentee with at least one frame. */
    Map<MenteeId, Long> lastPositions();

    /** The mentee's frames of one stream that overlap the window or begin in it, in the order of their sampled-at. */
    void read(MenteeId mentee, StreamKind stream, TimeWindow window, Consumer<ArchivedFrame> consumer);

    /** The counter of every frame stored of the device, as often as it is stored, the lowest first. */
    void counters(DeviceId device, LongConsumer consumer);

    /** How many frames of the device are stored. */
    long count(DeviceId device);
}
