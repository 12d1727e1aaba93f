package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A wearer in a scenario: what the device sends, and what truly was. */
public record ScenarioWearer(Wearer wearer, Evening evening) implements FrameSource {

    public DeviceId device() {
        return wearer.settings().device();
    }

    /** Every strained stretch, past ones included, in order. Outside of them nothing strains. */
    public List<Strain> strains() {
        return wearer.settings().strains();
    }

    @Override
    public Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength) {
        return wearer.frames(completeWithin, frameLength);
    }
}
