package org.handrail.analytics.lane;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.handrail.analytics.FrameIntake;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.MenteeZones;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The lanes of this process. A mentee hashes to one lane and a lane is one thread, so each mentee has one writer. */
final class RiskLanes implements FrameIntake, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RiskLanes.class);

    /** Before the door to the watches opens, and after it closes. */
    static final int PHASE = 100;

    private static final int CAPACITY = 4_096;

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FrameLog frameLog;
    private final Journal journal;
    private volatile boolean running;

    RiskLanes(int count, Journal journal, FrameLog frameLog, MenteeZones zones, Clock clock) {
        this.frameLog = frameLog;
        this.journal = journal;
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(CAPACITY, journal, frameLog, zones, clock));
        }
    }

    @Override
    public void accept(List<ArchivedFrame> frames) {
        try {
            for (var frame : frames) {
                laneOf(frame.mentee()).put(frame);
            }
        } catch (InterruptedException e) {
            // The frames are in the archive; the lanes find them there when they start again.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int undone() {
        return lanes.stream().mapToInt(Lane::undone).sum();
    }

    @Override
    public void start() {
        var versions = journal.versions();
        versions.refuseLater();
        versions.madeAnew().ifPresent(log::info);
        running = true;
        for (int i = 0; i < lanes.size(); i++) {
            var thread = new Thread(lanes.get(i), "lane-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        var mentees = new HashSet<MenteeId>();
        mentees.addAll(frameLog.lastPositions().keySet());
        mentees.addAll(journal.menteesWithOpenWindow());
        log.info("{} lanes started; {} mentees are looked up in the archive", lanes.size(), mentees.size());
        try {
            for (var mentee : mentees) {
                laneOf(mentee).wake(mentee);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(Lane::stop);
        for (var thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                thread.interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private Lane laneOf(MenteeId mentee) {
        return lanes.get(Math.floorMod(mentee.value().hashCode(), lanes.size()));
    }
}
