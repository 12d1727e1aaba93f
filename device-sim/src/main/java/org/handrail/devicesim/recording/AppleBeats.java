package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.handrail.devicesim.Channel;

/**
 * The beats behind one heart rate variability of an Apple Watch, a minute or so. An entry tells when a beat came, to a
 * hundredth of a second, and the rate that its interval comes to, in whole beats a minute. Where the entry before lies just
 * as far back as that rate says, their distance is the interval; where beats are missing between, the rate alone tells it.
 *
 * <p>The time of day is written as its owner's phone writes it, with twelve or twenty-four hours, point or comma, and
 * sometimes in another zone than the record's. Minutes and seconds say enough to find it within the record; an entry that
 * they do not put there is left out.
 */
final class AppleBeats {

    static final String LEFT_OUT = "beats at no time within their record, or that reach into the one before";

    private static final Pattern TIME = Pattern.compile("\\d{1,2}\\D(\\d\\d)\\D(\\d\\d)[.,](\\d\\d)\\D*");
    private static final Pattern RATE = Pattern.compile("\\d{1,3}(\\.\\d+)?");
    private static final long OUTSIDE_MS = 5_000;
    private static final long WRITTEN_TO_MS = 10;
    private static final double ROUNDED_BY = 0.5;
    private static final long FOLLOWS_WITHIN_MS = 20;

    private final OffsetDateTime start;
    private final OffsetDateTime end;
    private final LeftOutCounts left;
    private final BeatRuns runs = new BeatRuns(FOLLOWS_WITHIN_MS);
    private long lastMs = Long.MIN_VALUE / 2;

    AppleBeats(OffsetDateTime start, OffsetDateTime end, LeftOutCounts left) {
        this.start = start;
        this.end = end;
        this.left = left;
    }

    List<Channel> channels(List<AppleHealthRecords.WrittenBeat> beats) {
        for (var beat : beats) {
            var atMs = atMs(beat.time());
            double perMinute = RATE.matcher(beat.perMinute()).matches() ? Double.parseDouble(beat.perMinute()) : 0;
            left.unless(atMs.isPresent() && perMinute >= 1 && add(atMs.getAsLong(), perMinute), LEFT_OUT);
        }
        return runs.channels();
    }

    private boolean add(long atMs, double perMinute) {
        long sinceLastMs = atMs - lastMs;
        double shortest = 60_000 / (perMinute + ROUNDED_BY) - WRITTEN_TO_MS;
        double longest = 60_000 / (perMinute - ROUNDED_BY) + WRITTEN_TO_MS;
        boolean isTheInterval = sinceLastMs >= shortest && sinceLastMs <= longest;
        lastMs = atMs;
        return runs.add(atMs, (int) (isTheInterval ? sinceLastMs : Math.round(60_000 / perMinute)));
    }

    private OptionalLong atMs(String time) {
        var parts = TIME.matcher(time);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        var inTheHour = Duration.ofMinutes(Integer.parseInt(parts.group(1)))
                .plusSeconds(Integer.parseInt(parts.group(2)))
                .plusMillis(10L * Integer.parseInt(parts.group(3)));
        long firstMs = start.toInstant().toEpochMilli() - OUTSIDE_MS;
        long lastPossibleMs = end.toInstant().toEpochMilli() + OUTSIDE_MS;
        long atMs = start.truncatedTo(ChronoUnit.HOURS)
                .minusHours(1)
                .plus(inTheHour)
                .toInstant()
                .toEpochMilli();
        while (atMs < firstMs) {
            atMs += Duration.ofHours(1).toMillis();
        }
        return atMs <= lastPossibleMs ? OptionalLong.of(atMs) : OptionalLong.empty();
    }
}
