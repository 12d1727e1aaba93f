package org.handrail.companion.past;

import java.util.List;
import java.util.Map;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;

/** For whoever only wants to know what would be taken. */
final class NobodyTakes implements PastTaker {

    @Override
    public boolean take(List<SignalFrame> frames) {
        return true;
    }

    @Override
    public void finish() {}

    @Override
    public Map<RefusalReason, Long> refused() {
        return Map.of();
    }
}
