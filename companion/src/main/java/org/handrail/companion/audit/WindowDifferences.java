package org.handrail.companion.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.Why;
import org.handrail.signals.TimeWindow;

/** In what a stored risk window differs from the one that the archive gives. */
final class WindowDifferences {

    private WindowDifferences() {}

    static List<String> between(RiskWindow stored, Recomputed found) {
        var differences = new ArrayList<String>();
        compare("start", stored.start(), found.opened().start(), differences);
        compare("opened at", stored.openedAt(), found.opened().openedAt(), differences);
        compare(
                "reason",
                withoutSignOfZero(stored.why()),
                withoutSignOfZero(found.opened().why()),
                differences);
        var closed = found.closed();
        compare("end", stored.end(), closed.map(RiskWindowClosed::span).map(TimeWindow::end), differences);
        compare("ending", stored.ending(), closed.map(RiskWindowClosed::ending), differences);
        compare("strength", stored.strength(), closed.map(RiskWindowClosed::strength), differences);
        compare("decision point", stored.decisionPoint(), found.point().map(DecisionPointReached::at), differences);
        // A house that was closed then has not noticed the silence.
        if (stored.silentSince().isPresent()) {
            compare("silent since", stored.silentSince(), found.silentSince(), differences);
        }
        return differences;
    }

    private static void compare(String what, Object stored, Object recomputed, List<String> differences) {
        if (!stored.equals(recomputed)) {
            differences.add(what + ": " + said(stored) + " stored, " + said(recomputed) + " recomputed");
        }
    }

    private static String said(Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(Object::toString).orElse("none");
        }
        return value.toString();
    }

    /** Written out, a number has all its digits; the database knows one zero only. */
    private static String withoutSignOfZero(Why why) {
        return why.toString().replaceAll("=-0\\.0(?=[,\\]])", "=0.0");
    }
}
