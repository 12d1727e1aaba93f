package org.handrail.companion.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.handrail.analytics.FrameIntake;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class ArchiveTailTests {

    private static final Instant NOW = Instant.parse("2026-11-20T20:15:00Z");

    private final MenteeId maya = new MenteeId(UUID.randomUUID());
    private final MenteeId jonas = new MenteeId(UUID.randomUUID());
    private final Shelf archive = new Shelf();
    private final Heard lanes = new Heard();
    private final ArchiveTail tail = new ArchiveTail(archive, lanes);

    @Test
    void whatOthersStoreIsHandedInOnceAndInOrder() {
        tail.begin();
        archive.store(maya, 3);
        archive.store(jonas, 1);
        tail.look();
        archive.store(maya, 2);
        tail.look();
        tail.look();

        assertThat(lanes.positionsOf(maya)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(lanes.positionsOf(jonas)).containsExactly(1L);
    }

    @Test
    void whatWasThereBeforeIsLeftToTheLanes() {
        archive.store(maya, 4);
        tail.begin();
        archive.store(maya, 1);
        tail.look();

        assertThat(lanes.positionsOf(maya)).containsExactly(5L);
    }

    @Test
    void aBacklogComesInBatches() {
        tail.begin();
        archive.store(maya, 1_203);
        tail.look();

        assertThat(lanes.batches).extracting(List::size).containsExactly(500, 500, 203);
        assertThat(lanes.positionsOf(maya)).hasSize(1_203).isSorted();
    }

    @Test
    void whatCouldNotBeReadComesWithTheNextLook() {
        tail.begin();
        archive.store(maya, 700);
        archive.breaksAfter = 600;
        tail.look();
        archive.breaksAfter = Integer.MAX_VALUE;
        tail.look();

        assertThat(lanes.positionsOf(maya)).hasSize(700).doesNotHaveDuplicates().isSorted();
    }

    /** An archive in memory that may stop answering within a read. */
    private static final class Shelf implements FrameArchive {

        private final Map<MenteeId, List<ArchivedFrame>> frames = new HashMap<>();
        private int breaksAfter = Integer.MAX_VALUE;

        void store(MenteeId mentee, int count) {
            var shelf = frames.computeIfAbsent(mentee, nobody -> new ArrayList<>());
            for (int i = 0; i < count; i++) {
                long position = shelf.size() + 1;
                var id = new FrameId(new DeviceId("wrist"), position);
                var series = Series.of(Duration.ofSeconds(10), 1, 70);
                shelf.add(new ArchivedFrame(
                        position, mentee, new SignalFrame(id, StreamKind.HEART_RATE, NOW, series), NOW));
            }
        }

        @Override
        public void readAfter(MenteeId mentee, long position, Consumer<ArchivedFrame> consumer) {
            int read = 0;
            for (var frame : frames.getOrDefault(mentee, List.of())) {
                if (frame.position() > position) {
                    if (read++ >= breaksAfter) {
                        throw new QueryTimeoutException("away");
                    }
                    consumer.accept(frame);
                }
            }
        }

        @Override
        public Map<MenteeId, Long> lastPositions() {
            var last = new HashMap<MenteeId, Long>();
            frames.forEach((mentee, shelf) -> last.put(mentee, (long) shelf.size()));
            return last;
        }

        @Override
        public void read(MenteeId mentee, StreamKind stream, TimeWindow window, Consumer<ArchivedFrame> consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void counters(DeviceId device, LongConsumer consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(DeviceId device) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Heard implements FrameIntake {

        private final List<List<ArchivedFrame>> batches = new ArrayList<>();

        @Override
        public void accept(List<ArchivedFrame> frames) {
            batches.add(frames);
        }

        @Override
        public int undone() {
            return 0;
        }

        List<Long> positionsOf(MenteeId mentee) {
            return batches.stream()
                    .flatMap(List::stream)
                    .filter(frame -> frame.mentee().equals(mentee))
                    .map(ArchivedFrame::position)
                    .toList();
        }
    }
}
