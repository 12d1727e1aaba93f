package org.handrail.ingest.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.handrail.ingest.FloodGate;
import org.handrail.ingest.RateSettings;
import org.handrail.ingest.admission.DeviceRates;
import org.handrail.signals.DeviceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one device from taking the room of the others. Called by the thread that receives. */
public final class Pacing {

    private static final Logger log = LoggerFactory.getLogger(Pacing.class);

    private final DeviceRates rates;
    private final RateSettings settings;
    private final FloodGate gate;
    private final Executor besides;
    private final Counter shownOut;

    /** @param besides where the gate is called, since it may wait for the broker */
    public Pacing(RateSettings settings, FloodGate gate, Executor besides, MeterRegistry meters) {
        this.rates = new DeviceRates(settings);
        this.settings = settings;
        this.gate = gate;
        this.besides = besides;
        this.shownOut = meters.counter("handrail.ingest.shown.out");
    }

    /** Counts one message of the device; one that hurries is shown out of the broker, and its message still taken. */
    boolean isFlooding(DeviceId device, Instant now) {
        var pace = rates.count(device, now);
        if (pace == DeviceRates.Pace.HURRIED) {
            shownOut.increment();
            besides.execute(() -> showOut(device));
        }
        return pace == DeviceRates.Pace.FLOODING;
    }

    private void showOut(DeviceId device) {
        log.warn("Device {} sends more than it can have measured; it is shown out for {}", device, settings.pause());
        try {
            gate.showOut(device, settings.pause());
        } catch (RuntimeException fault) {
            log.warn("Device {} could not be shown out and goes on", device, fault);
        }
    }
}
