package org.handrail.ingest.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameContent;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.jspecify.annotations.Nullable;

/**
 * A batch turned by a quarter: one array for each column, so that one statement carries it. The samples of all frames lie
 * end to end in one array, of which each frame has a slice. Belongs to one write.
 */
final class FrameColumns {

    private static final IntList NONE = IntList.of();

    private final String[] mentee;
    private final String[] device;
    private final long[] counter;
    private final String[] stream;
    private final long[] sampledAtMs;
    private final long[] spanUs;
    private final long[] receivedAtMs;
    private final long[] spacingUs;
    private final double[] resolution;
    private final int[] firstSample;
    private final int[] samples;
    private final int[] n;
    private final int[] min;
    private final int[] max;
    private final long[] sum;
    private final byte[] @Nullable [] body;
    private int[] values = new int[4_096];
    private int used;

    FrameColumns(List<Incoming> batch) {
        int size = batch.size();
        mentee = new String[size];
        device = new String[size];
        counter = new long[size];
        stream = new String[size];
        sampledAtMs = new long[size];
        spanUs = new long[size];
        receivedAtMs = new long[size];
        spacingUs = new long[size];
        resolution = new double[size];
        firstSample = new int[size];
        samples = new int[size];
        n = new int[size];
        min = new int[size];
        max = new int[size];
        sum = new long[size];
        body = new byte[size][];
        for (int i = 0; i < size; i++) {
            put(i, batch.get(i));
        }
    }

    /** Binds the columns, in the order of {@link FrameTable}'s statement, from that parameter on. */
    int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        int index = first;
        statement.setObject(index++, Arrays.copyOf(values, used));
        for (Object column : new Object[] {
            mentee,
            device,
            counter,
            stream,
            sampledAtMs,
            spanUs,
            receivedAtMs,
            spacingUs,
            resolution,
            firstSample,
            samples,
            n,
            min,
            max,
            sum
        }) {
            statement.setObject(index++, column);
        }
        statement.setArray(index++, connection.createArrayOf("bytea", body));
        return index;
    }

    private void put(int i, Incoming incoming) {
        var frame = incoming.frame();
        mentee[i] = incoming.mentee().toString();
        device[i] = frame.id().device().value();
        counter[i] = frame.id().counter();
        stream[i] = frame.stream().topicName();
        sampledAtMs[i] = frame.sampledAt().toEpochMilli();
        spanUs[i] = frame.content().span().toNanos() / 1_000;
        receivedAtMs[i] = incoming.receivedAt().toEpochMilli();
        resolution[i] = 1;
        if (frame.content() instanceof Series series) {
            spacingUs[i] = series.spacing().toNanos() / 1_000;
            resolution[i] = series.resolution();
        }
        var content = samplesOf(frame.content());
        firstSample[i] = used + 1;
        samples[i] = content.size();
        append(content);
        summarise(i, frame.content() instanceof Series, content);
        body[i] = bodyOf(frame);
    }

    private static IntList samplesOf(FrameContent content) {
        if (content instanceof Series series) {
            return series.ticks();
        }
        return content instanceof Beats beats ? beats.entries() : NONE;
    }

    private static byte @Nullable [] bodyOf(SignalFrame frame) {
        boolean isRunOfNumbers = frame.content() instanceof Series || frame.content() instanceof Beats;
        return isRunOfNumbers ? null : FrameCodec.encode(frame, FrameCodec.Format.CBOR);
    }

    private void append(IntList content) {
        if (used + content.size() > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, used + content.size()));
        }
        for (int k = 0; k < content.size(); k++) {
            values[used++] = content.at(k);
        }
    }

    /** Of the samples present; of beats, of the intervals and not of the gaps. All zero where there is none. */
    private void summarise(int i, boolean isSeries, IntList content) {
        for (int k = 0; k < content.size(); k++) {
            int value = content.at(k);
            if (isSeries ? value == Series.MISSING : value < 0) {
                continue;
            }
            min[i] = n[i] == 0 ? value : Math.min(min[i], value);
            max[i] = n[i] == 0 ? value : Math.max(max[i], value);
            sum[i] += value;
            n[i]++;
        }
    }
}
