package org.handrail.companion.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.ReplayRuntime;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.Why;
import org.handrail.companion.past.PastImport;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.TimeWindow;

/** Goes through a mentee's archive for one risk window, and keeps what is found of it and of the minutes around it. */
final class Looking implements Detection.Listener {

    /** An end that is decided some minutes later is waited for so long. */
    private static final Duration AFTERMATH = Duration.ofHours(1);

    private final RiskWindow stored;
    private final TimeWindow around;
    private final ReplayRuntime runtime;
    private final Map<Instant, MinuteRecord> minutes = new TreeMap<>();
    private Optional<RiskWindowOpened> opened = Optional.empty();
    private Optional<DecisionPointReached> point = Optional.empty();
    private Optional<Instant> silentSince = Optional.empty();
    private Optional<RiskWindowClosed> closed = Optional.empty();
    private Map<String, Double> usual = Map.of();
    private Instant firstSample = Instant.MAX;
    private boolean sawPast;
    private boolean isOver;

    Looking(RiskWindow stored, TimeWindow around, ZoneId zone) {
        this.stored = stored;
        this.around = around;
        this.runtime = new ReplayRuntime(stored.mentee(), zone, this);
    }

    void take(ArchivedFrame frame) {
        var sampledAt = frame.frame().sampledAt();
        sawPast |= stored.start().equals(sampledAt.truncatedTo(ChronoUnit.MINUTES))
                && PastImport.isPast(frame.frame().id().device());
        firstSample = sampledAt.isBefore(firstSample) ? sampledAt : firstSample;
        if (!isOver) {
            runtime.take(frame);
        }
    }

    void letPass(Instant now) {
        if (!isOver) {
            runtime.letPass(now);
        }
    }

    Map<Instant, MinuteRecord> minutes() {
        return minutes;
    }

    /** What was found of the window; empty where none of that id was opened. */
    Optional<Recomputed> found() {
        return opened.map(event -> new Recomputed(event, point, silentSince, closed, usual));
    }

    /** Of the archive; the end of time where it is empty. */
    Instant firstSample() {
        return firstSample;
    }

    /** Whether the minute in which the window begins was brought along from before Handrail. */
    boolean sawPast() {
        return sawPast;
    }

    @Override
    public void closed(MinuteRecord minute) {
        if (around.contains(minute.start())) {
            minutes.put(minute.start(), minute);
        }
        boolean isEnded = closed.isPresent() || stored.end().isEmpty();
        var last = isEnded ? around.end() : around.end().plus(AFTERMATH);
        isOver = stored.end().isPresent() && !minute.start().isBefore(last);
    }

    @Override
    public void opened(RiskWindowOpened window) {
        if (isIt(window.id())) {
            opened = Optional.of(window);
            usual = usualOf(window.why(), window.openedAt());
        }
    }

    private Map<String, Double> usualOf(Why why, Instant openedAt) {
        var levels = new HashMap<String, OptionalDouble>();
        var minute = openedAt.minus(Explaining.MINUTE);
        why.terms().forEach(term -> levels.put(term.feature(), runtime.usual(term.feature(), minute)));
        return levels.entrySet().stream()
                .filter(level -> level.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, level -> level.getValue().getAsDouble()));
    }

    @Override
    public void reached(DecisionPointReached reached) {
        if (isIt(reached.window())) {
            point = Optional.of(reached);
        }
    }

    @Override
    public void fellSilent(RiskWindowFellSilent window) {
        if (isIt(window.id())) {
            silentSince = Optional.of(window.since());
        }
    }

    @Override
    public void closed(RiskWindowClosed window) {
        if (isIt(window.id())) {
            closed = Optional.of(window);
        }
    }

    private boolean isIt(RiskWindowId id) {
        return id.equals(stored.id());
    }
}
