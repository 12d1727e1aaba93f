package org.handrail.analytics.detection;

import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.MinuteRecord;
import org.handrail.signals.SignalFrame;

/** What the method finds in frames, step by step. */
final class MinuteWalk {

    private MinuteWalk() {}

    /** One closed minute between the state before it and the state after it. */
    record Walked(MenteeState before, MinuteRecord minute, MenteeState after) {}

    static List<RiskFact> facts(MenteeState start, List<SignalFrame> frames) {
        var facts = new ArrayList<RiskFact>();
        var state = start;
        for (var frame : frames) {
            var step = RiskMethod.SHIPPED.advance(state, frame);
            facts.addAll(step.facts());
            state = step.next();
        }
        return facts;
    }

    static List<Walked> walk(MenteeState start, List<SignalFrame> frames) {
        var walked = new ArrayList<Walked>();
        var state = start;
        for (var frame : frames) {
            var step = RiskMethod.SHIPPED.advance(state, frame);
            for (var minute : minutes(step.facts())) {
                walked.add(new Walked(state, minute, step.next()));
            }
            state = step.next();
        }
        return walked;
    }

    static List<MinuteRecord> minutes(List<RiskFact> facts) {
        return facts.stream()
                .filter(RiskFact.MinuteClosed.class::isInstance)
                .map(fact -> ((RiskFact.MinuteClosed) fact).minute())
                .toList();
    }
}
