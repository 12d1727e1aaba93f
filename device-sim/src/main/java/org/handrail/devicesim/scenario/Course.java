package org.handrail.devicesim.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.signals.TimeWindow;

/**
 * A persona's days with instants in the place of clock times.
 *
 * @param nights the sleep that is laid down, by the date on which it ends; other nights are left to chance
 * @param doings in the order in which they are laid over the day, the last going before the first
 */
record Course(
        TimeWindow span,
        Map<LocalDate, TimeWindow> nights,
        List<Stretch> doings,
        List<TroubledStretch> troubles,
        List<WristFault> faults) {

    static Course of(Persona persona, Dates dates) {
        var zone = persona.zone();
        var days = dates.in(zone);
        var nights = new TreeMap<LocalDate, TimeWindow>();
        var doings = new ArrayList<Stretch>();
        var troubles = new ArrayList<TroubledStretch>();
        var around = new ArrayList<Stretch>();
        dates.each().forEach(date -> {
            var day = persona.plan().on(date);
            day.sleep()
                    .map(sleep -> sleep.inTheNightAfter(date, zone))
                    .ifPresent(night -> nights.put(LocalDate.ofInstant(night.end(), zone), night));
            for (Pastime pastime : Pastime.values()) {
                day.pastimes()
                        .getOrDefault(pastime, List.of())
                        .forEach(span -> doings.add(new Stretch(on(date, pastime, span, zone), pastime.activity())));
            }
            day.troubles()
                    .forEach((trouble, planned) -> planned.forEach(each -> {
                        var strain = strain(each, date, zone);
                        troubles.add(new TroubledStretch(trouble, strain));
                        around.add(around(strain, each.meanwhile()));
                    }));
        });
        nights.values().forEach(night -> doings.add(0, new Stretch(night, Activity.SLEEP)));
        doings.addAll(around);
        troubles.sort(Comparator.comparing(trouble -> trouble.strain().window().start()));
        return new Course(
                days,
                nights,
                List.copyOf(doings),
                List.copyOf(troubles),
                persona.faults().stream()
                        .map(fault -> WristFault.of(fault, days.start()))
                        .toList());
    }

    List<Strain> strains() {
        return troubles.stream().map(TroubledStretch::strain).toList();
    }

    private static TimeWindow on(LocalDate date, Pastime pastime, ClockSpan span, ZoneId zone) {
        return pastime == Pastime.AWAKE ? span.inTheNightAfter(date, zone) : span.on(date, zone);
    }

    private static Strain strain(PlannedStrain planned, LocalDate date, ZoneId zone) {
        Instant start = ClockSpan.instant(date, planned.at(), zone);
        return new Strain(new TimeWindow(start, start.plus(planned.length())), planned.strength());
    }

    private static Stretch around(Strain strain, Activity meanwhile) {
        return new Stretch(PastStrains.seatedAround(strain).window(), meanwhile);
    }
}
