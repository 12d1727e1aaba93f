package org.handrail.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import org.handrail.ingest.WatchClock;

/**
 * The clock of a watch from the least delay of each hour. A frame's delay is received-at less the end of its samples: the
 * time on its way plus how far the watch is behind. The way is never negative, so the least delay comes closest to the
 * clocks' difference; backlog, which was long on its way, does not reach it.
 *
 * <p>The offset is the least delay of the last day. The drift is the median slope of all pairs of hours (Theil 1950, Sen
 * 1968), which bears up to 29 % of hours that are wrong; hours whose least delay is more than five minutes above the
 * least held nothing but backlog and are left out. Fewer than {@value #LEAST_HOURS} hours give no drift.
 */
final class ClockEstimate {

    static final int LEAST_HOURS = 6;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long BACKLOG_MS = Duration.ofMinutes(5).toMillis();
    private static final double MS_PER_MILLIONTH_OF_AN_HOUR = 3.6;

    private ClockEstimate() {}

    /** @param leastDelayMs by the begin of each hour with a frame; empty gives no estimate */
    static Optional<WatchClock> of(NavigableMap<Instant, Long> leastDelayMs) {
        if (leastDelayMs.isEmpty()) {
            return Optional.empty();
        }
        var lastDay = leastDelayMs.tailMap(leastDelayMs.lastKey().minus(A_DAY), false);
        long least = Collections.min(lastDay.values());
        var hours = lastDay.entrySet().stream()
                .filter(hour -> hour.getValue() - least <= BACKLOG_MS)
                .toList();
        return Optional.of(new WatchClock(Duration.ofMillis(-least), driftPpm(hours)));
    }

    private static OptionalDouble driftPpm(List<Map.Entry<Instant, Long>> hours) {
        if (hours.size() < LEAST_HOURS) {
            return OptionalDouble.empty();
        }
        var slopes = new ArrayList<Double>();
        for (int i = 0; i < hours.size(); i++) {
            for (int j = i + 1; j < hours.size(); j++) {
                var from = hours.get(i);
                var to = hours.get(j);
                double apart = Duration.between(from.getKey(), to.getKey()).toMinutes() / 60.0;
                slopes.add((from.getValue() - to.getValue()) / apart);
            }
        }
        Collections.sort(slopes);
        int middle = slopes.size() / 2;
        double median = slopes.size() % 2 == 1 ? slopes.get(middle) : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
        return OptionalDouble.of(median / MS_PER_MILLIONTH_OF_AN_HOUR);
    }
}
