package org.handrail.analytics.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.MenteeZones;
import org.handrail.analytics.detection.BacklogOrder;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that runs the detection for the mentees that hash to it, so that each has one writer. What it holds in memory is
 * always also in the journal and the archive: after a fault of the database it throws its memory away and reads again.
 *
 * <p>Confined to its thread but for {@link #put}, {@link #wake}, {@link #undone} and {@link #stop}.
 */
final class Lane implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_UNSAVED = 500;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    /** Time passes for everybody whom the lane holds, so it does not pass with every batch. */
    private static final Duration BETWEEN_PASSINGS = Duration.ofMillis(200);

    private static final int MOST_IN_A_TRANSACTION = 100;

    /** A frame may be in the archive this much later than it was received. */
    private static final Duration STILL_BEING_STORED = Duration.ofSeconds(1);

    private final BlockingQueue<Work> queue;
    private final Journal journal;
    private final FrameLog frameLog;
    private final MenteeZones zones;
    private final Clock clock;

    private final Map<MenteeId, Held> held = new HashMap<>();

    /** Of these, those who are to be saved, in the order in which something was found. */
    private final Set<Held> unsaved = new LinkedHashSet<>();

    /** Mentees whose waiting frames were forgotten with a failed save. */
    private final Set<MenteeId> readAgain = new LinkedHashSet<>();

    private long timePassedAt = System.nanoTime() - BETWEEN_PASSINGS.toNanos();
    private final AtomicInteger undone = new AtomicInteger();

    /** Frames that wait for one before them. */
    private int waiting;

    /** The same, as others may see it: what has gone on counts until it is saved. */
    private volatile int heldBack;

    private volatile boolean stopping;

    /** What a lane is asked to do: take a frame, or look whether the archive holds more of a mentee. */
    private record Work(MenteeId mentee, Optional<ArchivedFrame> frame) {}

    /** A run in memory, with what was found since it was last saved. */
    private static final class Held {
        private MenteeRun run;
        private final BacklogOrder order;
        private long revision;
        private int unsaved;
        private final List<Found> found = new ArrayList<>();

        private Held(MenteeRun run, long revision) {
            this.run = run;
            this.order = new BacklogOrder(run.position());
            this.revision = revision;
        }
    }

    Lane(int capacity, Journal journal, FrameLog frameLog, MenteeZones zones, Clock clock) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.journal = journal;
        this.frameLog = frameLog;
        this.zones = zones;
        this.clock = clock;
    }

    void put(ArchivedFrame frame) throws InterruptedException {
        hand(new Work(frame.mentee(), Optional.of(frame)));
    }

    /** Asks the lane to catch up with the archive for this mentee. */
    void wake(MenteeId mentee) throws InterruptedException {
        hand(new Work(mentee, Optional.empty()));
    }

    private void hand(Work work) throws InterruptedException {
        undone.incrementAndGet();
        queue.put(work);
    }

    /** What was handed in and is not saved yet. */
    int undone() {
        return undone.get() + heldBack;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        var batch = new ArrayList<Work>();
        while (!stopping) {
            try {
                var first = queue.poll(heldBack > 0 ? 100 : 1_000, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST_AT_ONCE - 1);
                }
            } catch (InterruptedException e) {
                return;
            }
            untilItWorks(batch);
            undone.addAndGet(-batch.size());
            batch.clear();
        }
    }

    /** A batch is done again from the journal until it is saved; taking a frame twice changes nothing. */
    private void untilItWorks(List<Work> batch) {
        var pause = Duration.ofMillis(100);
        while (!stopping) {
            try {
                readAgain.stream().filter(mentee -> !held.containsKey(mentee)).forEach(this::catchUp);
                batch.forEach(this::take);
                letTimePass();
                saveAll();
                readAgain.clear();
                heldBack = waiting;
                return;
            } catch (StaleRun e) {
                log.info("Another writer saved a mentee's state first; this lane reads it again");
                forget();
            } catch (RuntimeException e) {
                log.warn(
                        "A lane could not save its work ({}); it tries again in {} ms from the journal",
                        e.getClass().getSimpleName(),
                        pause.toMillis());
                forget();
                if (!rest(pause)) {
                    return;
                }
                var doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
            }
        }
    }

    private void forget() {
        held.forEach((id, mentee) -> {
            if (mentee.order.size() > 0) {
                readAgain.add(id);
            }
        });
        held.clear();
        unsaved.clear();
        waiting = 0;
    }

    private boolean rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            stopping = true;
            return false;
        }
    }

    private void take(Work work) {
        var known = held.get(work.mentee());
        if (known == null) {
            catchUp(work.mentee());
        } else if (work.frame().isPresent()) {
            take(known, work.frame().get());
        } else {
            frameLog.readAfter(work.mentee(), known.order.position(), frame -> take(known, frame));
        }
    }

    /** Goes on from the journal through all that the archive has; the frame that called for it is among that. */
    private void catchUp(MenteeId mentee) {
        var stored = journal.find(mentee);
        var run = stored.flatMap(Journal.Stored::run)
                .orElseGet(() -> MenteeRun.start(MenteeState.start(mentee, zones.zoneOf(mentee))));
        var fresh = new Held(run, stored.map(Journal.Stored::revision).orElse(0L));
        held.put(mentee, fresh);
        frameLog.readAfter(mentee, run.position(), frame -> take(fresh, frame));
    }

    private void take(Held mentee, ArchivedFrame frame) {
        int before = mentee.order.size();
        goOn(mentee, mentee.order.arrive(frame));
        waiting += mentee.order.size() - before;
    }

    private void goOn(Held mentee, List<ArchivedFrame> frames) {
        for (var frame : frames) {
            var progress = mentee.run.take(frame);
            mentee.run = progress.next();
            mentee.unsaved++;
            progress.facts().forEach(fact -> mentee.found.add(new Found(fact, frame.receivedAt())));
        }
        mentee.run = mentee.run.takenUpTo(mentee.order.position());
        if (mentee.found.size() >= MOST_UNSAVED) {
            save(List.of(mentee));
            unsaved.remove(mentee);
        } else if (!mentee.found.isEmpty() || mentee.unsaved >= MOST_UNSAVED) {
            unsaved.add(mentee);
        }
    }

    private void letTimePass() {
        long turn = System.nanoTime();
        if (turn - timePassedAt < BETWEEN_PASSINGS.toNanos()) {
            return;
        }
        timePassedAt = turn;
        var now = clock.instant();
        waiting = 0;
        for (var mentee : held.values()) {
            goOn(mentee, mentee.order.letPass(now.minus(STILL_BEING_STORED)));
            waiting += mentee.order.size();
            if (mentee.run.state().stretch().open().isPresent()) {
                var progress = mentee.run.letPass(now);
                mentee.run = progress.next();
                progress.facts().forEach(fact -> mentee.found.add(new Found(fact, now)));
                if (!mentee.found.isEmpty()) {
                    unsaved.add(mentee);
                }
            }
        }
    }

    /** Saves each mentee of whom something was found, or many frames were taken: many in one transaction. */
    private void saveAll() {
        var some = new ArrayList<Held>(MOST_IN_A_TRANSACTION);
        for (var mentee : unsaved) {
            some.add(mentee);
            if (some.size() == MOST_IN_A_TRANSACTION) {
                save(some);
                some.clear();
            }
        }
        save(some);
        unsaved.clear();
    }

    private void save(List<Held> mentees) {
        if (mentees.isEmpty()) {
            return;
        }
        journal.save(mentees.stream()
                .map(mentee -> new Entry(mentee.run, mentee.revision, List.copyOf(mentee.found)))
                .toList());
        for (var mentee : mentees) {
            mentee.revision++;
            mentee.unsaved = 0;
            mentee.found.clear();
        }
    }
}
