package org.handrail.companion.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.TimeWindow;

/** Recomputes a stored risk window from the frames of its mentee, by the method that decided it. */
public final class Explaining {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(5);
    private static final Duration WITHOUT_END = Duration.ofHours(1);

    private final StoredHouse house;

    public Explaining(StoredHouse house) {
        this.house = house;
    }

    /** The windows that the house has stored last, the latest first. */
    public List<RiskWindow> latestWindows(int most) {
        return house.read(stored -> stored.record().latestWindows(most));
    }

    /**
     * @param now until then nothing more was received
     * @throws AuditFault with one sentence where it cannot be recomputed
     */
    public Explanation explain(RiskWindowId id, Instant now) {
        return house.read(stored -> explain(
                stored.record()
                        .find(id)
                        .orElseThrow(() -> new AuditFault("There is no risk window " + id + " in this house.")),
                now));
    }

    private Explanation explain(RiskWindow window, Instant now) {
        var method = window.why().method();
        if (!method.equals(Detection.METHOD)) {
            throw new AuditFault("Risk window " + window.id() + " was decided by method " + method
                    + ", and this version of Handrail knows method " + Detection.METHOD
                    + " only; one that has method " + method + " can recompute it.");
        }
        var zone = house.zoneOf(window.mentee());
        var around = around(window);
        var looking = new Looking(window, around, zone);
        house.archive().readAfter(window.mentee(), 0, looking::take);
        looking.letPass(now);
        var explanation = new Explanation(zone, window, looking.found(), lines(window, around, looking.minutes()));
        if (!explanation.isSame()) {
            refuseWhereFramesAreMissing(window, looking.firstSample());
            if (explanation.recomputed().isEmpty() && looking.sawPast()) {
                throw new AuditFault(
                        "Risk window " + window.id() + " lies in a past that was brought along and analysed by"
                                + " itself; such a one is not recomputed.");
            }
        }
        return explanation;
    }

    private static TimeWindow around(RiskWindow window) {
        var end = window.end()
                .or(window::silentSince)
                .orElseGet(() -> window.openedAt().plus(WITHOUT_END));
        return new TimeWindow(window.start().minus(BEFORE), end.plus(AFTER));
    }

    private List<Explanation.Line> lines(RiskWindow window, TimeWindow around, Map<Instant, MinuteRecord> recomputed) {
        var stored = new TreeMap<Instant, MinuteRecord>();
        house.record().minutesOf(window.mentee(), around).forEach(minute -> stored.put(minute.start(), minute));
        var lines = new ArrayList<Explanation.Line>();
        for (var start = around.start(); start.isBefore(around.end()); start = start.plus(MINUTE)) {
            var kept = Optional.ofNullable(stored.get(start));
            var found = Optional.ofNullable(recomputed.get(start));
            if (kept.isPresent() || found.isPresent()) {
                lines.add(new Explanation.Line(start, kept, found));
            }
        }
        return lines;
    }

    /** All that was ever measured has a share in what is usual, so nothing may be missing at the beginning. */
    private void refuseWhereFramesAreMissing(RiskWindow window, Instant firstSample) {
        var first = house.record().firstMinuteOf(window.mentee()).orElse(window.start());
        if (firstSample.equals(Instant.MAX)) {
            throw new AuditFault("No frame of this mentee is kept any more, so risk window " + window.id()
                    + " cannot be recomputed; its stored reason stands in the record.");
        }
        if (first.isBefore(firstSample.truncatedTo(ChronoUnit.MINUTES))) {
            throw new AuditFault("Of this mentee the frames from " + first + " until " + firstSample
                    + " are no longer kept, so risk window " + window.id()
                    + " cannot be recomputed; its stored reason stands in the record.");
        }
    }
}
