package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.fault.FaultLog;
import org.handrail.devicesim.fault.FaultPlan;
import org.handrail.devicesim.fault.FaultyWrist;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A persona of a scenario with a device on: what it makes, when that can arrive, and what truly was. Any thread may ask. */
public final class PersonaWearer implements FrameSource {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Persona persona;
    private final Course course;
    private final Wearer wearer;
    private final FaultyWrist wrist;

    private PersonaWearer(Persona persona, Course course, Wearer wearer) {
        this.persona = persona;
        this.course = course;
        this.wearer = wearer;
        FrameSource sensed = (window, length) ->
                wearer.frames(window, length).filter(frame -> persona.streams().contains(frame.stream()));
        this.wrist = FaultPlan.asNeeded(wearer.settings().seed(), persona.faults())
                .over(sensed, course.span().start());
    }

    static PersonaWearer of(Persona persona, Course course, DeviceId device, long seed) {
        return new PersonaWearer(
                persona,
                course,
                new Wearer(new WearerSettings(
                        device, seed, persona.zone(), persona.traits(), course.strains(), course.doings())));
    }

    public String name() {
        return persona.name();
    }

    public DeviceId device() {
        return wearer.settings().device();
    }

    public ZoneId zone() {
        return persona.zone();
    }

    public AnswerPolicy answers() {
        return persona.answers().policy();
    }

    /** From midnight to midnight there. */
    public TimeWindow span() {
        return course.span();
    }

    /** Who wears the device, faults or not. */
    public Wearer wearer() {
        return wearer;
    }

    /** Every strained stretch, in order. Outside of them nothing strains. */
    public List<TroubledStretch> troubles() {
        return course.troubles();
    }

    /** From going to bed to getting up, where the scenario lays it down, by the date on which it ends. */
    public Map<LocalDate, TimeWindow> nights() {
        return course.nights();
    }

    public List<WristFault> faults() {
        return course.faults();
    }

    /**
     * What the watch sends within the window, in the order in which it does.
     *
     * @param frameLength a divisor of a minute, since faults begin and end with minutes
     */
    @Override
    public Stream<SignalFrame> frames(TimeWindow sentWithin, Duration frameLength) {
        return wrist.frames(sentWithin, checked(frameLength));
    }

    /** What the faults truly did to that. */
    public FaultLog log(TimeWindow sentWithin, Duration frameLength) {
        return wrist.log(sentWithin, checked(frameLength));
    }

    /** How this watch, which may have faults, writes frames down. */
    public Wrapping wrapping(Wrapping sound) {
        return wrist.wrapping(sound);
    }

    /** When a frame that was complete then can arrive: at once, or when the network is back. */
    public Instant arrivalOf(Instant completeAt) {
        return course.faults().stream()
                .filter(fault -> fault.kind() == FaultKind.NETWORK_LOSS)
                .map(WristFault::window)
                .filter(loss -> loss.contains(completeAt))
                .map(TimeWindow::end)
                .max(Comparator.naturalOrder())
                .orElse(completeAt);
    }

    private static Duration checked(Duration frameLength) {
        if (frameLength.compareTo(MINUTE) > 0) {
            throw new IllegalArgumentException("The frames of a scenario last a minute at most");
        }
        return frameLength;
    }
}
