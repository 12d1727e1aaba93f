package org.handrail.devicesim.load;

/**
 * Which line's frame is due when. Frame {@code i} of a paced load is due {@code i / rate} after the beginning, whatever
 * became of those before it: so a stalled broker makes frames late and not fewer, and their wait is counted (no coordinated
 * omission). Without a rate a frame is due when there is room for it. Belongs to the fleet's thread.
 */
final class Schedule {

    private final LoadPlan plan;
    private final long begin;
    private final long end;

    /** Between two frames of the whole load; zero without a rate. */
    private final double nanosApart;

    /** Of each line, the number of its next frame within the whole load. */
    private final long[] next;

    private long begun;
    private boolean stopped;

    Schedule(LoadPlan plan, int lines, long begin) {
        this.plan = plan;
        this.begin = begin;
        this.end = begin + plan.atMost().toNanos();
        this.nanosApart = plan.framesPerSecond().isPresent()
                ? 1e9 / plan.framesPerSecond().getAsDouble()
                : 0;
        this.next = new long[lines];
        for (int line = 0; line < lines; line++) {
            next[line] = line;
        }
    }

    long begun() {
        return begun;
    }

    /** Whether this line may begin a frame now. */
    boolean hasDue(int line, long now) {
        return isPaced() ? dueAt(next[line]) <= now && exists(next[line]) : mayBegin(now);
    }

    /** Takes the line's next frame, and says when it was due. */
    long take(int line, long now) {
        long due = isPaced() ? dueAt(next[line]) : now;
        next[line] += next.length;
        begun++;
        return due;
    }

    /** Whether no frame will be due any more. */
    boolean isThrough(long now) {
        if (stopped || !isPaced()) {
            return stopped || begun >= plan.frames() || now >= end;
        }
        for (long number : next) {
            if (exists(number)) {
                return false;
            }
        }
        return true;
    }

    void stop() {
        stopped = true;
    }

    private boolean isPaced() {
        return nanosApart > 0;
    }

    private boolean mayBegin(long now) {
        return !stopped
                && begun < plan.frames()
                && now < end
                && begun < plan.mayHaveBegun().getAsLong();
    }

    private boolean exists(long number) {
        return !stopped && number < plan.frames() && dueAt(number) < end;
    }

    private long dueAt(long number) {
        return begin + (long) (number * nanosApart);
    }
}
