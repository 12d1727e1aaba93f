package org.handrail.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one device may send. A watch measures some frames a minute and has had days to gather a backlog, so it is
 * allowed a burst; what comes faster for longer was not measured by one watch.
 *
 * @param perSecond frames that a device may send for ever
 * @param burst frames that it may send at any speed before it is shown out for a pause, in which it keeps its own frames
 * @param pause how long it is shown out
 * @param most frames beyond the burst that are still taken, so that what was sent before the pause is kept and so is a
 *     backlog where the broker cannot show anybody out; what comes beyond is refused
 */
public record RateSettings(
        @DefaultValue("500") int perSecond,
        @DefaultValue("100000") int burst,
        @DefaultValue("60s") Duration pause,
        @DefaultValue("1000000") int most) {

    public RateSettings {
        if (perSecond < 1 || burst < 1 || most < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("A device may send at least one frame a second, and one at once");
        }
    }
}
