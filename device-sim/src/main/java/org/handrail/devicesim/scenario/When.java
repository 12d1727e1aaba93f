package org.handrail.devicesim.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The days that a part of a scenario speaks of: some days of every week, or one date. */
record When(Set<DayOfWeek> days, Optional<LocalDate> date) {

    /** As they are written, apart from dates. */
    static final Map<String, When> NAMED = named();

    When {
        days = Set.copyOf(days);
    }

    static When only(LocalDate date) {
        return new When(Set.of(), Optional.of(date));
    }

    boolean covers(LocalDate day) {
        return date.map(day::equals).orElseGet(() -> days.contains(day.getDayOfWeek()));
    }

    /** How many days of a week; what speaks of fewer goes before what speaks of more. */
    int width() {
        return days.size();
    }

    private static Map<String, When> named() {
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        var named = new LinkedHashMap<String, When>();
        named.put("every day", each(EnumSet.allOf(DayOfWeek.class)));
        named.put("weekdays", each(EnumSet.complementOf(weekend)));
        named.put("weekend", each(weekend));
        for (DayOfWeek day : DayOfWeek.values()) {
            named.put(day.name().toLowerCase(Locale.ROOT), each(EnumSet.of(day)));
        }
        return named;
    }

    private static When each(Set<DayOfWeek> days) {
        return new When(days, Optional.empty());
    }
}
