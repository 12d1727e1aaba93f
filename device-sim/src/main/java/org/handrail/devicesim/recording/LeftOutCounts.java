package org.handrail.devicesim.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.devicesim.recording.Provenance.LeftOut;

/** Counts what is left out while an export is read, by reason. */
final class LeftOutCounts {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String what) {
        add(1, what);
    }

    void add(long count, String what) {
        if (count > 0) {
            counts.merge(what, count, Long::sum);
        }
    }

    /** One more of what was not taken. */
    void unless(boolean wasTaken, String what) {
        add(wasTaken ? 0 : 1, what);
    }

    List<LeftOut> all() {
        return counts.entrySet().stream()
                .map(entry -> new LeftOut(entry.getValue(), entry.getKey()))
                .toList();
    }
}
