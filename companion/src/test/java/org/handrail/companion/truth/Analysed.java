package org.handrail.companion.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.Night;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.sleep.SleepState;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A simulated wearer's frames through the whole method, in event time, and what it made of them. */
record Analysed(List<MinuteRecord> minutes, Map<LocalDate, Night> nights, MenteeState state) {

    static Analysed of(Wearer wearer, TimeWindow span, Predicate<SignalFrame> heard) {
        var minutes = new ArrayList<MinuteRecord>();
        var nights = new TreeMap<LocalDate, Night>();
        var state = MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneOffset.UTC);
        var frames = wearer.frames(span, FrameCutter.BACKLOG).filter(heard).iterator();
        while (frames.hasNext()) {
            var step = RiskMethod.SHIPPED.advance(state, frames.next());
            state = step.next();
            for (RiskFact fact : step.facts()) {
                if (fact instanceof RiskFact.MinuteClosed closed) {
                    minutes.add(closed.minute());
                } else if (fact instanceof RiskFact.Slept slept) {
                    nights.put(slept.night().date(), slept.night());
                }
            }
        }
        return new Analysed(minutes, nights, state);
    }

    boolean isAsleepAt(Instant minute) {
        return state.learnt().sleep().stateAt(minute.toEpochMilli()) == SleepState.ASLEEP;
    }
}
