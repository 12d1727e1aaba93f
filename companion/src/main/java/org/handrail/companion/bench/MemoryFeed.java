package org.handrail.companion.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.handrail.devicesim.load.LoadFrames;
import org.handrail.ingest.ArchiveIntake;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/** Gives frames to the archive's writers straight from memory: what the archive alone can do. */
final class MemoryFeed {

    /** Who a frame is of. */
    record Wearer(MenteeId mentee, DeviceId device) {}

    private static final long NANOS_UNTIL_THERE_MAY_BE_ROOM = 100_000;

    private final ArchiveIntake intake;
    private final Clock clock;
    private final List<Wearer> wearers;
    private final List<SignalFrame> frames;

    MemoryFeed(ArchiveIntake intake, Clock clock, List<Wearer> wearers, int packetBytes) {
        this.intake = intake;
        this.clock = clock;
        this.wearers = wearers;
        this.frames = LoadFrames.ofSize(packetBytes);
    }

    /** @return frames stored a second */
    String run(long most, Duration atMost) throws InterruptedException {
        var stored = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + atMost.toNanos();
        long given = 0;
        while (given < most && System.nanoTime() < end) {
            give(wearers.get((int) (given % wearers.size())), frames.get((int) (given % frames.size())), stored);
            given++;
        }
        while (stored.get() < given) {
            LockSupport.parkNanos(NANOS_UNTIL_THERE_MAY_BE_ROOM);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return String.format(Locale.ROOT, "%.1f", given * 1e9 / (System.nanoTime() - begin));
    }

    private void give(Wearer wearer, SignalFrame like, AtomicLong stored) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = new FrameId(wearer.device(), System.nanoTime());
        var frame = new SignalFrame(id, like.stream(), now.minus(like.content().span()), like.content());
        while (!intake.offer(wearer.mentee(), frame, now, stored::incrementAndGet)) {
            LockSupport.parkNanos(NANOS_UNTIL_THERE_MAY_BE_ROOM);
        }
    }
}
