package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.ZoneId;

/**
 * One thing that goes wrong, and when, in time that truly passes. A share is one of frames (of beats, for
 * {@link MissedBeats}), 0 to 1; which ones it hits is drawn from the plan's seed. All sizes that a fault does not carry are
 * chosen, not measured.
 */
public sealed interface Fault {

    Span when();

    /** The sensor tells fewer beats: in every minute one gap of that share, beside those that the wearer's sensor has anyway. */
    record MissedBeats(Span when, double share) implements Fault {
        public MissedBeats {
            checkShare(share);
        }
    }

    /**
     * The arm moves and the sensors slip: motion rises, skin conductance jumps, the shown heart rate follows the arm, beats
     * cannot be told.
     *
     * @param perHour bursts, on average; at most one begins in a minute
     * @param lasting of a burst, on average; each lasts half to one and a half times as long
     */
    record MotionArtifacts(Span when, double perHour, Duration lasting) implements Fault {
        public MotionArtifacts {
            if (!(perHour >= 0 && perHour <= 60)) {
                throw new IllegalArgumentException("Bursts of motion come 0 to 60 times an hour");
            }
            checkShort(lasting);
        }
    }

    /**
     * The watch lies on a table and goes on measuring: no beats, dry electrodes, a temperature that falls to the room's. Its
     * status says so at once and when it is put on again, where the source has a status to tell.
     */
    record OffWrist(Span when) implements Fault {}

    /** On the charger: the sensors are off, the status says not worn, the battery rises to that percentage. */
    record Charging(Span when, int toPercent) implements Fault {
        public Charging {
            if (toPercent < 1 || toPercent > 100) {
                throw new IllegalArgumentException("A battery is charged to 1 to 100 percent");
            }
        }
    }

    /**
     * Nothing at all is measured or sent, and what was being written is lost.
     *
     * @param runsDown how long before its end the battery begins to fall from 100 to 0 percent
     */
    record BatteryDeath(Span when, Duration runsDown) implements Fault {
        public BatteryDeath {
            if (runsDown.toSeconds() < 1) {
                throw new IllegalArgumentException("A battery takes some time to run down");
            }
        }
    }

    /** The watch's clock gains so many millionths (loses, where negative) and is set right where the span ends. */
    record ClockDrift(Span when, double ppm) implements Fault {
        public ClockDrift {
            if (!(Math.abs(ppm) <= 100_000)) {
                throw new IllegalArgumentException("A clock drifts by at most 100,000 millionths");
            }
        }
    }

    /** The watch's clock is off by that much, and is set right where the span ends. */
    record ClockJump(Span when, Duration by) implements Fault {}

    /**
     * The watch sends the local time of a zone as though it were UTC; two of them in a row are a journey. A watch that sends
     * UTC, as it should, notices nothing of a journey and needs no fault.
     */
    record LocalTime(Span when, ZoneId zone) implements Fault {}

    /** What a firmware does to its counter when it starts again. */
    enum CounterAfter {
        /** It was kept where a restart does not reach it. */
        GOES_ON,
        /** It begins at 0 again: every counter is used twice. */
        STARTS_OVER,
        /** It begins at 0 again, below a count of the starts in the bits from 2^32 on. */
        COUNTS_STARTS
    }

    /** The firmware starts again and is away meanwhile; what was being written is lost. */
    record Restart(Span when, CounterAfter counter) implements Fault {}

    /** Frames that the watch numbers and never sends, as when its memory is full. */
    record LostFrames(Span when, double share) implements Fault {
        public LostFrames {
            checkShare(share);
        }
    }

    /** No network: frames wait, and go out together, the oldest first, where the span ends. */
    record NetworkLoss(Span when) implements Fault {}

    /** Frames that go out a second time. */
    record DoubledFrames(Span when, double share, Duration after) implements Fault {
        public DoubledFrames {
            checkShare(share);
            checkShort(after);
        }
    }

    /** Frames that are held up by some time, and so passed by later ones. */
    record ShuffledFrames(Span when, double share, Duration atMost) implements Fault {
        public ShuffledFrames {
            checkShare(share);
            checkShort(atMost);
        }
    }

    /** Frames of sensors whose payload arrives spoilt. */
    record CorruptFrames(Span when, double share, Corruption how) implements Fault {
        public CorruptFrames {
            checkShare(share);
        }
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1");
        }
    }

    private static void checkShort(Duration length) {
        if (length.isNegative() || length.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("Such a pause or burst lasts at most ten minutes");
        }
    }
}
