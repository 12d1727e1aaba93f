package org.handrail.devicesim.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes an invented export of any size, and reads one: a program of its own, for a virtual machine with a small heap. */
public final class GrownExport {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z").withZone(ZoneOffset.ofHours(1));
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int SECONDS_APART = 240;

    private GrownExport() {}

    /** Prints how many channels there are and how many bytes the heap may grow to. */
    public static void main(String[] arguments) {
        var recording = Recordings.read(Path.of(arguments[0]));
        System.out.println(
                recording.channels().size() + " " + Runtime.getRuntime().maxMemory());
    }

    /** A heart rate every four minutes, in the order in which a database might give them: the later half first. */
    static void write(Path file, int rates) throws IOException {
        try (var text = Files.newBufferedWriter(file)) {
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n");
            for (int i = 0; i < rates; i++) {
                var at = DATE.format(FIRST.plusSeconds((i + rates / 2L) % rates * SECONDS_APART));
                text.write(
                        " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"A watch\" sourceVersion=\"9.1\""
                                + " device=\"&lt;&lt;HKDevice: 0x282d03020&gt;, name:Apple Watch, manufacturer:Apple Inc.,"
                                + " model:Watch, hardware:Watch5,4, software:9.1&gt;\" unit=\"count/min\" creationDate=\""
                                + at
                                + "\" startDate=\"" + at + "\" endDate=\"" + at + "\" value=\"" + (60 + i % 40)
                                + "\">\n"
                                + "  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"1\"/>\n </Record>\n");
            }
            text.write("</HealthData>\n");
        }
    }
}
