package org.handrail.analytics.feature.skin;

import java.util.Arrays;
import java.util.OptionalLong;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.quality.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Skin conductance, carried from minute to minute. What cannot be believed is excluded ({@link SkinValidity}); the rest is
 * smoothed by ¼ ½ ¼, unsmoothed where a neighbour is missing; level and slope are of the smoothed samples ({@link SkinLevel}),
 * and so are the responses ({@link ResponseDetector}). A missing or excluded sample, or another rate, begins a new run, so a
 * gap can never make a response. Units, in and out: µS, 0.05 to 60.
 *
 * <p>A response belongs to the minute of its peak where what follows is known, as in a recording: its confirmation is looked
 * for in the first five seconds after the minute. Live, and where it takes longer (12 of 2,583 in stress-predict), it counts in
 * the minute that confirms it. Either way it counts once.
 *
 * <p>The level drifts for some ten minutes after the sensor touches the skin and is unknown until then. Where its median is
 * below 0.25 µS the skin is so dry that responses do not reach the least amplitude: every fifth minute of stress-predict. Too
 * little, or nothing, gives NaN. A minute of 240 samples takes 2 to 2.4 µs.
 *
 * <p>Held, it never changes: {@link #over} works on a copy.
 */
public final class SkinTrack {

    private static final long LOOK_AHEAD_MS = 5_000;
    private static final long MINUTE_MS = 60_000;
    private static final long SETTLING_MS = 10 * MINUTE_MS;
    private static final int FIXED_NUMBERS = 4;

    private final ResponseSettings settings;
    private final ResponseDetector detector;
    private final long lastMs;
    private final double last;
    private final boolean lastUsable;
    private final long violationMs;

    private SkinTrack(
            ResponseSettings settings,
            ResponseDetector detector,
            long lastMs,
            double last,
            boolean lastUsable,
            long violationMs) {
        this.settings = settings;
        this.detector = detector;
        this.lastMs = lastMs;
        this.last = last;
        this.lastUsable = lastUsable;
        this.violationMs = violationMs;
    }

    public static SkinTrack start() {
        return start(ResponseSettings.STANDARD);
    }

    public static SkinTrack start(ResponseSettings settings) {
        return new SkinTrack(
                settings, new ResponseDetector(settings), SkinSpan.LONG_AGO, Double.NaN, false, SkinSpan.LONG_AGO);
    }

    /** From its stored numbers. */
    public static SkinTrack of(ResponseSettings settings, double[] numbers) {
        var detector = new ResponseDetector(settings, Arrays.copyOfRange(numbers, FIXED_NUMBERS, numbers.length));
        return new SkinTrack(settings, detector, (long) numbers[0], numbers[1], numbers[2] == 1, (long) numbers[3]);
    }

    /** All that it remembers, exact: 39 numbers at 4 Hz. Times are whole milliseconds, far below 2^53. */
    public double[] numbers() {
        double[] ofDetector = detector.numbers();
        var numbers = Arrays.copyOf(
                new double[] {lastMs, last, lastUsable ? 1 : 0, violationMs}, FIXED_NUMBERS + ofDetector.length);
        System.arraycopy(ofDetector, 0, numbers, FIXED_NUMBERS, ofDetector.length);
        return numbers;
    }

    /** The track after a minute, and the minute. */
    public record Advance(SkinTrack next, SkinMinute minute) {}

    /** Runs over one minute's samples where nothing is known yet of what follows. */
    public Advance over(long startMs, Samples minute, double temperature, OptionalLong wornSinceMs) {
        return over(startMs, minute, Samples.NONE, temperature, wornSinceMs);
    }

    /**
     * Runs over one minute's samples, as they came, in order of time.
     *
     * @param following samples after the minute; ten seconds are of use: five to confirm a peak, five to know that these can be
     *     believed
     * @param temperature mean skin temperature of the minute, °C; NaN where unknown
     * @param wornSinceMs when the device was put on; empty where that was before anything is known
     */
    public Advance over(long startMs, Samples minute, Samples following, double temperature, OptionalLong wornSinceMs) {
        if (minute.size() == 0) {
            return new Advance(this, SkinMinute.unknown(0, 0, SkinEvidence.TOO_LITTLE));
        }
        var span = SkinSpan.of(lastMs, last, minute, following);
        var validity = SkinValidity.of(span, lastUsable, violationMs);
        if (!SkinValidity.isOnSkin(temperature)) {
            var off = SkinMinute.unknown(0, minute.size(), SkinEvidence.NOT_ON_SKIN);
            return new Advance(after(span, detector, false, validity), off);
        }
        var run = new MinuteRun(settings, detector.copy(), span, validity);
        run.over(startMs + MINUTE_MS + LOOK_AHEAD_MS);
        boolean isSettled = wornSinceMs.isEmpty() || startMs - wornSinceMs.getAsLong() >= SETTLING_MS;
        boolean endUsable = validity.isUsable()[span.end() - 1];
        return new Advance(after(span, run.detector(), endUsable, validity), run.minute(isSettled));
    }

    private SkinTrack after(SkinSpan span, ResponseDetector next, boolean endUsable, SkinValidity validity) {
        int end = span.end() - 1;
        return new SkinTrack(
                settings, next, span.timesMs()[end], span.values()[end], endUsable, validity.violationMs());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SkinTrack that
                && settings.equals(that.settings)
                && Arrays.equals(numbers(), that.numbers());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers());
    }
}
