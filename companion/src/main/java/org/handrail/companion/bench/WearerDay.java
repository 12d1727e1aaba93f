package org.handrail.companion.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.ingest.ArchiveIntake;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One wearer's whole day in frames as a watch sends them, and by how much the database grows with it, indexes included. */
final class WearerDay {

    private static final long NANOS_UNTIL_THERE_MAY_BE_ROOM = 100_000;

    private final JdbcClient jdbc;
    private final ArchiveIntake intake;
    private final Clock clock;

    WearerDay(JdbcClient jdbc, ArchiveIntake intake, Clock clock) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.clock = clock;
    }

    /** @return bytes and frames */
    String write(MemoryFeed.Wearer wearer) throws InterruptedException {
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var day = new TimeWindow(today.minus(Duration.ofDays(1)), today);
        var settings = WearerSettings.quiet(wearer.device(), 1, ZoneOffset.UTC);
        var frames = new org.handrail.devicesim.physiology.Wearer(settings).frames(day, FrameCutter.LIVE);
        long before = size();
        var given = new AtomicLong();
        var stored = new AtomicLong();
        frames.forEach(frame -> {
            Instant received = FrameCutter.completeAt(frame);
            while (!intake.offer(wearer.mentee(), frame, received, stored::incrementAndGet)) {
                LockSupport.parkNanos(NANOS_UNTIL_THERE_MAY_BE_ROOM);
            }
            given.incrementAndGet();
        });
        while (stored.get() < given.get()) {
            LockSupport.parkNanos(NANOS_UNTIL_THERE_MAY_BE_ROOM);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return size() - before + " " + given;
    }

    private long size() {
        return jdbc.sql("SELECT pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }
}
