package org.handrail.companion.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.DeviceId;

/** Compares what the publisher saw confirmed with what is in the archive, frame by frame. */
final class StoredTally {

    private final long from;
    private final long until;
    private long confirmed;
    private long stored;
    private long lost;
    private long doubled;

    private StoredTally(long from, long until) {
        this.from = from;
        this.until = until;
    }

    /** Writes down the confirmed counters, for the process that has the archive. */
    static void write(Path file, long from, long until, Map<DeviceId, long[]> confirmed) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(from);
            out.writeLong(until);
            out.writeInt(confirmed.size());
            for (var device : confirmed.entrySet()) {
                long[] counters = Arrays.stream(device.getValue())
                        .filter(counter -> counter >= from && counter < until)
                        .sorted()
                        .toArray();
                out.writeUTF(device.getKey().value());
                out.writeInt(counters.length);
                for (long counter : counters) {
                    out.writeLong(counter);
                }
            }
        }
    }

    /** @return confirmed, stored, lost and doubled */
    static String of(Path file, FrameArchive archive) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var tally = new StoredTally(in.readLong(), in.readLong());
            int devices = in.readInt();
            for (int i = 0; i < devices; i++) {
                var device = new DeviceId(in.readUTF());
                var counters = new long[in.readInt()];
                for (int k = 0; k < counters.length; k++) {
                    counters[k] = in.readLong();
                }
                tally.add(counters, device, archive);
            }
            return tally.confirmed + " " + tally.stored + " " + tally.lost + " " + tally.doubled;
        }
    }

    private void add(long[] counters, DeviceId device, FrameArchive archive) {
        var found = new Found(counters);
        archive.counters(device, found::see);
        confirmed += counters.length;
        stored += found.rows;
        doubled += found.doubles;
        lost += counters.length - found.confirmedFound;
    }

    /** Walks along both sorted rows at once. */
    private final class Found {

        private final long[] counters;
        private int next;
        private long last = -1;
        private long rows;
        private long doubles;
        private int confirmedFound;

        Found(long[] counters) {
            this.counters = counters;
        }

        void see(long counter) {
            if (counter < from || counter >= until) {
                return;
            }
            rows++;
            if (counter == last) {
                doubles++;
                return;
            }
            last = counter;
            while (next < counters.length && counters[next] < counter) {
                next++;
            }
            if (next < counters.length && counters[next] == counter) {
                confirmedFound++;
            }
        }
    }
}
