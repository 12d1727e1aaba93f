package org.handrail.analytics.detection;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowClosed.Strength;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.Why;
import org.handrail.analytics.episode.StretchTracker.Change;
import org.handrail.analytics.episode.StretchTracker.Stretch;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** Tells what a minute did to a mentee's risk window. */
record WindowFacts(MenteeId mentee, Instant at, Supplier<Why> why) {

    Optional<RiskFact> of(Change change) {
        if (change instanceof Change.Opened opened) {
            return Optional.of(opened(opened.stretch()));
        }
        if (change instanceof Change.Eased eased) {
            return Optional.of(closed(eased.stretch(), eased.endMs(), Ending.EASED));
        }
        if (change instanceof Change.EndedUnknown ended) {
            return Optional.of(closed(ended.stretch(), ended.endMs(), Ending.UNKNOWN));
        }
        return Optional.empty();
    }

    RiskFact worthAsking(Stretch stretch) {
        var id = WindowIds.of(mentee, stretch.startMs());
        var start = Instant.ofEpochMilli(stretch.startMs());
        return new RiskFact.DecisionPoint(new DecisionPointReached(id, mentee, start, at, why.get()));
    }

    private RiskFact opened(Stretch stretch) {
        var id = WindowIds.of(mentee, stretch.startMs());
        var start = Instant.ofEpochMilli(stretch.startMs());
        return new RiskFact.Opened(new RiskWindowOpened(id, mentee, start, at, why.get()));
    }

    private RiskFact closed(Stretch stretch, long endMs, Ending ending) {
        var id = WindowIds.of(mentee, stretch.startMs());
        var span = new TimeWindow(Instant.ofEpochMilli(stretch.startMs()), Instant.ofEpochMilli(endMs));
        var peakAt = Instant.ofEpochMilli(stretch.peakMs() + RiskMethod.MINUTE_MS);
        return new RiskFact.Closed(
                new RiskWindowClosed(id, mentee, span, new Strength(peakAt, stretch.peak()), ending));
    }
}
