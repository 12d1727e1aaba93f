package org.handrail.analytics.feature.skin;

import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;

/**
 * One pass over a minute: each run of usable samples is smoothed and goes through the detector, and what that tells is
 * tallied. Mutable, for one minute.
 */
final class MinuteRun implements ResponseListener {

    private static final double MINUTE_MS = 60_000;
    private static final double LEAST_COVERAGE = 0.5;

    /** A rise of half a second must touch two samples. */
    private static final double SLOWEST_MS = 500;

    private final ResponseSettings settings;
    private final ResponseDetector running;
    private final SkinSpan span;
    private final SkinValidity validity;
    private final double[] smoothed;
    private int usable;
    private int responses;
    private double amplitudeSum;
    private int recoveries;
    private double recoverySumS;

    MinuteRun(ResponseSettings settings, ResponseDetector running, SkinSpan span, SkinValidity validity) {
        this.settings = settings;
        this.running = running;
        this.span = span;
        this.validity = validity;
        smoothed = new double[span.size()];
    }

    /** The detector as it stands at the end of the minute. */
    ResponseDetector detector() {
        return running;
    }

    /** Runs over the minute, and looks ahead until that time. */
    void over(long untilMs) {
        int from = 1;
        while (from < span.end()) {
            if (validity.isUsable()[from]) {
                int end = endOfRun(from);
                overRun(from, end, untilMs);
                from = end;
            } else {
                from++;
            }
        }
    }

    /** One run of samples; it may go on from the minute before, and into what follows. */
    private void overRun(int from, int end, long untilMs) {
        boolean goesOn = joins(from) && running.spacingMs() == span.spacingMs();
        if (!goesOn) {
            running.restart(span.spacingMs());
        }
        smooth(goesOn ? from : from + 1, end - 1);
        if (!goesOn) {
            smoothed[from] = span.values()[from];
        }
        smoothed[end - 1] = span.values()[end - 1];
        int to = Math.min(end, span.end());
        running.take(smoothed, from, to, this);
        usable += to - from;
        if (end > span.end() && running.isRising()) {
            lookAhead(end, untilMs);
        }
    }

    /** Looks for the confirmation of a peak that the minute leaves open. */
    private void lookAhead(int end, long untilMs) {
        int to = span.end();
        while (to < end && span.timesMs()[to] < untilMs) {
            to++;
        }
        running.copy().take(smoothed, span.end(), to, new PeakOfMinute(running.count()));
    }

    private void smooth(int from, int to) {
        double[] values = span.values();
        for (int i = from; i < to; i++) {
            smoothed[i] = 0.25 * values[i - 1] + 0.5 * values[i] + 0.25 * values[i + 1];
        }
    }

    private int endOfRun(int from) {
        int end = validity.isWhole() ? span.size() : from + 1;
        while (end < span.size() && joins(end)) {
            end++;
        }
        return end;
    }

    /** Whether this sample and the one before it are usable and none is missing between them. */
    private boolean joins(int i) {
        return validity.isUsable()[i] && validity.isUsable()[i - 1] && span.follows(i);
    }

    @Override
    public void confirmed(Response response) {
        responses++;
        amplitudeSum += response.amplitude();
    }

    @Override
    public void halfRecovered(double seconds) {
        recoveries++;
        recoverySumS += seconds;
    }

    SkinMinute minute(boolean isSettled) {
        int excluded = span.minuteSize() - usable;
        double coverage = Math.min(1, usable * span.spacingMs() / MINUTE_MS);
        if (coverage < LEAST_COVERAGE) {
            return SkinMinute.unknown(coverage, excluded, SkinEvidence.TOO_LITTLE);
        }
        var level = level();
        boolean isSlow = span.spacingMs() > SLOWEST_MS;
        boolean isNearFloor = level.median() < settings.leastLevel();
        boolean canShow = !isSlow && !isNearFloor;
        return new SkinMinute(
                isSettled ? level.median() : Double.NaN,
                isSettled ? level.mean() : Double.NaN,
                isSettled ? level.slope() : Double.NaN,
                canShow ? responses : Double.NaN,
                canShow ? amplitudeSum : Double.NaN,
                canShow && recoveries > 0 ? recoverySumS / recoveries : Double.NaN,
                coverage,
                excluded,
                evidence(isSettled, isSlow, isNearFloor));
    }

    private SkinLevel level() {
        if (validity.isWhole()) {
            return SkinLevel.of(span.timesMs(), smoothed, 1, span.end());
        }
        var keptMs = new long[usable];
        var kept = new double[usable];
        int size = 0;
        for (int i = 1; i < span.end(); i++) {
            if (validity.isUsable()[i]) {
                keptMs[size] = span.timesMs()[i];
                kept[size++] = smoothed[i];
            }
        }
        return SkinLevel.of(keptMs, kept, 0, size);
    }

    private static SkinEvidence evidence(boolean isSettled, boolean isSlow, boolean isNearFloor) {
        if (!isSettled) {
            return SkinEvidence.SETTLING;
        }
        if (isSlow) {
            return SkinEvidence.TOO_SLOW;
        }
        return isNearFloor ? SkinEvidence.NEAR_FLOOR : SkinEvidence.USABLE;
    }

    /** Takes the minute's last response ahead of time; what else it hears will come again with the next minute. */
    private final class PeakOfMinute implements ResponseListener {

        private final long end;

        PeakOfMinute(long end) {
            this.end = end;
        }

        @Override
        public void confirmed(Response response) {
            if (response.peak() < end) {
                MinuteRun.this.confirmed(response);
                running.peakIsTold();
            }
        }

        @Override
        public void halfRecovered(double seconds) {}
    }
}
