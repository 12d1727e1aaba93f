package org.handrail.devicesim.physiology;

import java.time.LocalDate;
import java.util.Optional;
import org.handrail.signals.TimeWindow;

/** Sleep that a scenario lays down: it is the night of the date on which it ends, also where it is by day. */
final class LaidNights {

    private final WearerSettings settings;

    LaidNights(WearerSettings settings) {
        this.settings = settings;
    }

    /** From going to bed to getting up on that date; empty where that is left to chance. */
    Optional<TimeWindow> endingOn(LocalDate date) {
        return settings.fixed().stream()
                .filter(stretch -> stretch.activity() == Activity.SLEEP)
                .map(Stretch::window)
                .filter(night ->
                        LocalDate.ofInstant(night.end(), settings.zone()).equals(date))
                .findFirst();
    }
}
