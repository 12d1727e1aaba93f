package org.handrail.analytics.sleep;

import java.util.ArrayList;
import java.util.List;

/** What is held to be true of each instant: the device's word where it has spoken, motion's where it has not. */
record SleepTimeline(SleepMinutes motion, DeviceSleep device) {

    /** Stretches in order, without gaps, over the whole span; neighbours differ in state. */
    List<SleepStretch> between(long fromMs, long toMs) {
        var stretches = new ArrayList<SleepStretch>();
        long cursorMs = fromMs;
        for (var episode : device.standing()) {
            if (episode.endMs() <= cursorMs || episode.startMs() >= toMs) {
                continue;
            }
            addMotion(stretches, cursorMs, Math.max(cursorMs, episode.startMs()));
            cursorMs = Math.max(cursorMs, episode.startMs());
            for (var part : SleepStretch.within(episode.stretches(), cursorMs, toMs)) {
                add(stretches, part);
                cursorMs = part.endMs();
            }
        }
        addMotion(stretches, cursorMs, toMs);
        return stretches;
    }

    /** The state at the middle of each minute of the span, counted from the epoch. */
    SleepState[] minutes(long from, long to) {
        var states = motion.between(from, to);
        for (var episode : device.standing()) {
            for (var stretch : episode.stretches()) {
                long first = Math.max(from, firstMiddleFrom(stretch.startMs()));
                long end = Math.min(to, firstMiddleFrom(stretch.endMs()));
                for (long minute = first; minute < end; minute++) {
                    states[(int) (minute - from)] = stretch.state();
                }
            }
        }
        return states;
    }

    static long minuteOf(long timeMs) {
        return Math.floorDiv(timeMs, SleepMinute.LENGTH_MS);
    }

    /** The first minute whose middle is not before that time. */
    static long firstMiddleFrom(long timeMs) {
        return -Math.floorDiv(SleepMinute.LENGTH_MS / 2 - timeMs, SleepMinute.LENGTH_MS);
    }

    private void addMotion(List<SleepStretch> stretches, long fromMs, long toMs) {
        for (long startMs = fromMs; startMs < toMs; ) {
            long minute = minuteOf(startMs);
            var state = motion.at(minute);
            long end = minute + 1;
            while (end * SleepMinute.LENGTH_MS < toMs && motion.at(end) == state) {
                end++;
            }
            long endMs = Math.min(toMs, end * SleepMinute.LENGTH_MS);
            add(stretches, new SleepStretch(startMs, endMs, state));
            startMs = endMs;
        }
    }

    private static void add(List<SleepStretch> stretches, SleepStretch next) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).state() == next.state()) {
            stretches.set(last, new SleepStretch(stretches.get(last).startMs(), next.endMs(), next.state()));
        } else {
            stretches.add(next);
        }
    }
}
