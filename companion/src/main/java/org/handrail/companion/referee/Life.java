package org.handrail.companion.referee;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Plan;
import org.handrail.devicesim.physiology.Craving;
import org.handrail.devicesim.physiology.Disposition;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/**
 * One invented mentee: who it is, what will truly happen, what was planned while well, and how long it is watched.
 *
 * @param seed of what people do in it
 * @param steps of the ladder, each with a mentor of its own
 * @param outages in which the watch has no network; what it measures then arrives when they end
 */
record Life(
        long seed,
        MenteeId mentee,
        Disposition disposition,
        WearerSettings settings,
        Plan plan,
        int steps,
        TimeWindow span,
        List<TimeWindow> outages) {

    Life {
        outages = List.copyOf(outages);
    }

    Wearer wearer() {
        return new Wearer(settings);
    }

    List<MentorId> mentors() {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new MentorId(new UUID(seed, step)))
                .toList();
    }

    /** The stretches that strain within the span, in order. */
    List<TimeWindow> strained() {
        return inSpan(settings.strains().stream().map(Strain::window).toList());
    }

    List<TimeWindow> craving() {
        return inSpan(settings.cravings().stream().map(Craving::window).toList());
    }

    /** When what the watch sends at that instant reaches the house. */
    Instant arrivalOf(Instant sent) {
        return outages.stream()
                .filter(outage -> outage.contains(sent))
                .findFirst()
                .map(TimeWindow::end)
                .orElse(sent);
    }

    /** The same life, of somebody whom a house knows. */
    Life of(MenteeId known, DeviceId device) {
        var own = new WearerSettings(
                device,
                settings.seed(),
                settings.zone(),
                settings.traits(),
                settings.strains(),
                settings.fixed(),
                settings.cravings(),
                settings.reporting());
        return new Life(seed, known, disposition, own, plan, steps, span, outages);
    }

    private List<TimeWindow> inSpan(List<TimeWindow> windows) {
        return windows.stream()
                .filter(window ->
                        !window.start().isBefore(span.start()) && !window.end().isAfter(span.end()))
                .sorted(Comparator.comparing(TimeWindow::start))
                .toList();
    }
}
