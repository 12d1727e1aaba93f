package org.handrail.companion.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTallyTests {

    private static final DeviceId DEVICE = new DeviceId("dev-0001");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all is there, 3 1 2, 1 2 3, 3 3 0 0",
        "one is lost, 1 2 3, 1 3, 3 2 1 0",
        "the first and the last are lost, 1 2 3, 2, 3 1 2 0",
        "one is there twice, 1 2 3, 1 2 2 3, 3 4 0 1",
        "one was stored and not confirmed, 1 3, 1 2 3, 2 3 0 0",
        "one lies outside of what is counted, 1 2 900, 1 2 900 900, 2 2 0 0",
    })
    void whatTheBrokerConfirmedIsLookedForFrameByFrame(String what, String confirmed, String stored, String tally)
            throws IOException {
        var file = folder.resolve("confirmed");
        StoredTally.write(file, 1, 100, Map.of(DEVICE, numbers(confirmed)));

        assertThat(StoredTally.of(file, holding(numbers(stored)))).isEqualTo(tally);
    }

    private static long[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static FrameArchive holding(long... counters) {
        return new FrameArchive() {
            @Override
            public void counters(DeviceId device, LongConsumer consumer) {
                assertThat(device).isEqualTo(DEVICE);
                for (long counter : counters) {
                    consumer.accept(counter);
                }
            }

            @Override
            public void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> consumer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<MenteeId, Long> lastPositions() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void read(MenteeId mentee, StreamKind stream, TimeWindow window, Consumer<ArchivedFrame> consumer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long count(DeviceId device) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
