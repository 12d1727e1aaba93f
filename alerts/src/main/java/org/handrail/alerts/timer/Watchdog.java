package org.handrail.alerts.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks, round after round, for open matters that no timer and no person will move on, and moves them on. */
@Component
public class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final List<Patrol> patrols;
    private final Counter mended;

    Watchdog(List<Patrol> patrols, MeterRegistry meters) {
        this.patrols = List.copyOf(patrols);
        this.mended = meters.counter("handrail.alerts.watchdog.mended");
    }

    public void round() {
        int count = patrols.stream().mapToInt(Patrol::mend).sum();
        if (count > 0) {
            log.error("The watchdog mended {} open matters that nothing would have moved on", count);
            mended.increment(count);
        }
    }
}
