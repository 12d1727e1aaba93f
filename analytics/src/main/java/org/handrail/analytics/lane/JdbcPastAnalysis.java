package org.handrail.analytics.lane;

import org.handrail.analytics.MenteeZones;
import org.handrail.analytics.PastAnalysis;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the detection over a past by itself, in one transaction, with a state that nobody keeps. */
final class JdbcPastAnalysis implements PastAnalysis {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final MenteeZones zones;

    JdbcPastAnalysis(JdbcTemplate jdbc, TransactionTemplate transactions, MenteeZones zones) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.zones = zones;
    }

    @Override
    public long analyse(MenteeId mentee, TimeWindow span, Iterable<SignalFrame> frames) {
        Long minutes = transactions.execute(status -> {
            var run = new PastRun(jdbc, mentee, span);
            var state = MenteeState.start(mentee, zones.zoneOf(mentee));
            for (var frame : frames) {
                var step = RiskMethod.SHIPPED.advance(state, frame);
                state = step.next();
                step.facts().forEach(run::write);
            }
            return run.finish();
        });
        return minutes == null ? 0 : minutes;
    }
}
