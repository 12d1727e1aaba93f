package org.handrail.analytics.sleep;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.handrail.analytics.Night.Source;

/**
 * Finds the main sleep of each date. A device's frames less than an hour apart are one sleep, in bed from the first to the
 * last. So are motion's minutes of sleep over anything shorter than an hour, from the first minute from which on at least half
 * of an hour is slept to the last of which that is true backwards (ours: sitting still in the evening is scored as short
 * sleeps, which are not the night). The longest sleep of at least three hours that ended on a local date is that date's, by
 * night or by day; the shorter ones are naps.
 *
 * <p>Where the device covers at least half of what motion took for a sleep, the device's word is the sleep. Where it covers
 * less, motion's stands, with the device's states in it, and a device's sleep that lies mostly within is a part of it.
 *
 * <p>Time in bed from motion: the minutes of rest that touch the sleep on both sides, as far as movement on the far side is
 * known and not further than an hour away; otherwise it cannot be told.
 */
record SleepBouts(SleepTimeline timeline, ZoneId zone) {

    static final int JOIN_MINUTES = 60;

    static final long JOIN_MS = JOIN_MINUTES * SleepMinute.LENGTH_MS;

    private static final int LEAST_ASLEEP = 180;

    /** @param completeMs from when on no more can be learnt of it */
    private record Span(long startMs, long endMs, long completeMs) {

        long lengthMs() {
            return endMs - startMs;
        }

        long overlapMs(Span other) {
            return Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs));
        }
    }

    /**
     * The main sleeps by date.
     *
     * @param bouts motion's sleeps, pairs of minutes [first, end)
     * @param to first minute of which motion knows nothing yet
     */
    List<SleepBout> mains(List<long[]> bouts, long to) {
        var device = deviceSpans();
        var motion = motionSpans(bouts, to).stream()
                .filter(span -> device.stream().mapToLong(span::overlapMs).sum() * 2 < span.lengthMs())
                .toList();
        var found = new ArrayList<SleepBout>();
        device.stream()
                .filter(span -> motion.stream().noneMatch(other -> other.overlapMs(span) * 2 > span.lengthMs()))
                .forEach(span -> SleepBout.of(Source.DEVICE, span.startMs, span.endMs, true, span.completeMs, timeline)
                        .ifPresent(found::add));
        motion.forEach(span -> ofMotion(span, device, found));
        var mains = new TreeMap<LocalDate, SleepBout>();
        for (var bout : found) {
            if (bout.metrics().total() >= LEAST_ASLEEP) {
                mains.merge(bout.date(zone), bout, SleepBouts::longer);
            }
        }
        return List.copyOf(mains.values());
    }

    private void ofMotion(Span span, List<Span> device, List<SleepBout> found) {
        long startMs = span.startMs;
        long endMs = span.endMs;
        for (var other : device) {
            boolean lastsLonger = other.overlapMs(span) * 2 <= other.lengthMs();
            if (lastsLonger && other.startMs < startMs) {
                startMs = Math.max(startMs, other.endMs);
            } else if (lastsLonger && other.endMs > endMs) {
                endMs = Math.min(endMs, other.startMs);
            }
        }
        long rest = restBefore(SleepTimeline.minuteOf(startMs));
        long restAfter = restAfter(SleepTimeline.minuteOf(endMs));
        boolean knowsBed = startMs == span.startMs && endMs == span.endMs && rest >= 0 && restAfter >= 0;
        SleepBout.of(
                        Source.MOTION,
                        knowsBed ? startMs - rest * SleepMinute.LENGTH_MS : startMs,
                        knowsBed ? endMs + restAfter * SleepMinute.LENGTH_MS : endMs,
                        knowsBed,
                        span.completeMs,
                        timeline)
                .ifPresent(found::add);
    }

    /** Minutes of rest that end with that minute; −1 where it is not known what was before them. */
    private int restBefore(long minute) {
        for (int rest = 0; rest <= JOIN_MINUTES; rest++) {
            var state = timeline.motion().at(minute - 1 - rest);
            if (state != SleepState.RESTING) {
                return state.isKnown() ? rest : -1;
            }
        }
        return -1;
    }

    private int restAfter(long minute) {
        for (int rest = 0; rest <= JOIN_MINUTES; rest++) {
            var state = timeline.motion().at(minute + rest);
            if (state != SleepState.RESTING) {
                return state.isKnown() ? rest : -1;
            }
        }
        return -1;
    }

    private List<Span> motionSpans(List<long[]> bouts, long to) {
        var spans = new ArrayList<Span>();
        for (long[] bout : bouts) {
            long start = firstDeepening(bout[0], bout[1], 1);
            long end = firstDeepening(bout[1] - 1, bout[0] - 1, -1) + 1;
            if (to - bout[1] >= JOIN_MINUTES && end - start >= LEAST_ASLEEP) {
                spans.add(new Span(
                        start * SleepMinute.LENGTH_MS,
                        end * SleepMinute.LENGTH_MS,
                        bout[1] * SleepMinute.LENGTH_MS + JOIN_MS));
            }
        }
        return spans;
    }

    /** The first minute asleep, going in that direction, from which on at least half of an hour is; the far end if none is. */
    private long firstDeepening(long from, long to, int step) {
        int asleep = 0;
        for (int ahead = 0; ahead < JOIN_MINUTES; ahead++) {
            asleep += isAsleep(from + (long) step * ahead);
        }
        for (long minute = from; minute != to; minute += step) {
            if (isAsleep(minute) == 1 && 2 * asleep >= JOIN_MINUTES) {
                return minute;
            }
            asleep += isAsleep(minute + (long) step * JOIN_MINUTES) - isAsleep(minute);
        }
        return to;
    }

    private int isAsleep(long minute) {
        return timeline.motion().at(minute) == SleepState.ASLEEP ? 1 : 0;
    }

    private List<Span> deviceSpans() {
        var spans = new ArrayList<Span>();
        for (var episode : timeline.device().standing()) {
            int last = spans.size() - 1;
            boolean joins = last >= 0 && episode.startMs() - spans.get(last).endMs < JOIN_MS;
            long startMs = joins ? spans.remove(last).startMs : episode.startMs();
            spans.add(new Span(startMs, episode.endMs(), episode.completeMs()));
        }
        return spans;
    }

    private static SleepBout longer(SleepBout one, SleepBout other) {
        int byTotal = Double.compare(one.metrics().total(), other.metrics().total());
        return byTotal > 0
                        || byTotal == 0
                                && one.asleep().end().isAfter(other.asleep().end())
                ? one
                : other;
    }
}
