package org.handrail.analytics.label;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.risk.LogOdds;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** What the method said at a moment: the score of the last known minute before, and the risk window. */
final class WhatWasKnown {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SCORE_HOLDS = Duration.ofMinutes(10);
    private static final Duration WINDOW_LINGERS = Duration.ofMinutes(30);

    private final AnalysisRecord record;

    WhatWasKnown(AnalysisRecord record) {
        this.record = record;
    }

    double scoreAt(MenteeId mentee, Instant at) {
        var span = new TimeWindow(at.minus(SCORE_HOLDS), at.minus(MINUTE).plusMillis(1));
        return last(record.minutesOf(mentee, span));
    }

    /** The window that was open, or that had ended or fallen silent not long before. */
    Optional<RiskWindowId> windowAt(MenteeId mentee, Instant at) {
        var from = at.minus(WINDOW_LINGERS);
        return record.windowsOf(mentee, new TimeWindow(from.minusMillis(1), at.plusMillis(1))).stream()
                .filter(window -> !lastHeardOf(window).orElse(at).isBefore(from))
                .reduce((earlier, later) -> later)
                .map(RiskWindow::id);
    }

    private static Optional<Instant> lastHeardOf(RiskWindow window) {
        return window.end().or(window::silentSince);
    }

    private static double last(List<MinuteRecord> minutes) {
        return minutes.stream()
                .mapToDouble(WhatWasKnown::score)
                .filter(score -> !Double.isNaN(score))
                .reduce(Double.NaN, (earlier, later) -> later);
    }

    /** The risk where the method said one; otherwise how likely the minute alone was a strained one. */
    static double score(MinuteRecord minute) {
        double risk = minute.risk().logOdds();
        return Double.isNaN(risk) ? LogOdds.of(minute.likelihood()) : risk;
    }
}
