package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A persona of a scenario with a device on: what it makes, when that can arrive, and what truly was. Any thread may ask. */
public final class PersonaWearer implements FrameSource {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Persona persona;
    private final Course course;
    private final Wearer wearer;

    private PersonaWearer(Persona persona, Course course, Wearer wearer) {
        this.persona = persona;
        this.course = course;
        this.wearer = wearer;
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

    /** @param frameLength a divisor of a minute, since faults begin and end with minutes */
    @Override
    public Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength) {
        if (frameLength.compareTo(MINUTE) > 0) {
            throw new IllegalArgumentException("The frames of a scenario last a minute at most");
        }
        return wearer.frames(completeWithin, frameLength)
                .filter(frame -> persona.streams().contains(frame.stream()))
                .flatMap(frame -> asMade(frame).stream());
    }

    /** When a frame that was complete then can arrive: at once, or when the network is back. */
    public Instant arrivalOf(Instant completeAt) {
        return faults(FaultKind.NETWORK_LOSS)
                .filter(loss -> loss.window().contains(completeAt))
                .findFirst()
                .map(loss -> loss.window().end())
                .orElse(completeAt);
    }

    /** What becomes of a frame at a wrist with faults. What reaches into an empty battery, a night too, is never told. */
    private Optional<SignalFrame> asMade(SignalFrame frame) {
        if (faults(FaultKind.BATTERY_EMPTY).anyMatch(fault -> touches(frame, fault.window()))) {
            return Optional.empty();
        }
        boolean isWorn = faults(FaultKind.NOT_WORN).noneMatch(fault -> touches(frame, fault.window()));
        if (isWorn) {
            return Optional.of(frame);
        }
        return frame.content() instanceof DeviceStatus status ? Optional.of(unworn(frame, status)) : Optional.empty();
    }

    private static SignalFrame unworn(SignalFrame frame, DeviceStatus status) {
        var said = new DeviceStatus(status.batteryPercent(), DeviceStatus.Contact.NOT_WORN, status.firmware());
        return new SignalFrame(frame.id(), frame.stream(), frame.sampledAt(), said);
    }

    private static boolean touches(SignalFrame frame, TimeWindow window) {
        return window.contains(frame.sampledAt())
                || window.overlaps(new TimeWindow(frame.sampledAt(), FrameCutter.completeAt(frame)));
    }

    private Stream<WristFault> faults(FaultKind kind) {
        return course.faults().stream().filter(fault -> fault.kind() == kind);
    }
}
