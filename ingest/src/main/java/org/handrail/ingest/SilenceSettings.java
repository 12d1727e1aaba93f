package org.handrail.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a stream counts as silent and a battery as low.
 *
 * @param look how often is looked, so also how late silence may be noticed
 * @param least no stream is silent before it has said nothing for so long
 * @param most every stream is silent when it has said nothing for so long, however seldom it speaks
 * @param patience how many of its own usual pauses a stream may be quiet
 * @param lowBattery a battery at or below this percentage is low
 * @param recoveredBattery a low battery is low no more at or above this percentage
 * @param tells whether this process judges and tells, or only writes down what it hears, for one that has listeners
 */
public record SilenceSettings(
        @DefaultValue("10s") Duration look,
        @DefaultValue("5m") Duration least,
        @DefaultValue("12h") Duration most,
        @DefaultValue("4") int patience,
        @DefaultValue("15") int lowBattery,
        @DefaultValue("25") int recoveredBattery,
        @DefaultValue("true") boolean tells) {

    public SilenceSettings {
        if (look.isNegative() || look.isZero() || least.compareTo(most) > 0 || patience < 1) {
            throw new IllegalArgumentException("Silence begins after some time, and not before it is looked for");
        }
        if (lowBattery >= recoveredBattery) {
            throw new IllegalArgumentException("A battery recovers above the percentage at which it is low");
        }
    }
}
