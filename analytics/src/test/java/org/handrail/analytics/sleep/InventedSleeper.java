package org.handrail.analytics.sleep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.handrail.analytics.Night;
import org.handrail.analytics.Wear;
import org.handrail.analytics.sleep.SleepTrack.Advance;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.StreamKind;

/** A wearer who does not exist: minutes of a wrist that moves by day and lies still by night, and frames of a device's sleep. */
final class InventedSleeper {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final double WAKING_HEART = 76;
    static final double SLEEPING_HEART = 56;

    private final ZoneId zone;
    private final Random random;
    private final List<SleepMinute> minutes = new ArrayList<>();

    InventedSleeper(ZoneId zone, long seed) {
        this.zone = zone;
        this.random = new Random(seed);
    }

    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** Awake and moving, until that local time. */
    InventedSleeper awake(String from, String to) {
        return lives(from, to, () -> 8 + random.nextInt(30), WAKING_HEART);
    }

    /** Awake and hardly moving. */
    InventedSleeper resting(String from, String to) {
        return lives(from, to, () -> 3, WAKING_HEART - 6);
    }

    InventedSleeper asleep(String from, String to) {
        return lives(from, to, () -> random.nextInt(20) == 0 ? 0.5 : 0, SLEEPING_HEART);
    }

    /** As still as in sleep, with a heart as by day. */
    InventedSleeper still(String from, String to) {
        return lives(from, to, () -> 0, WAKING_HEART + 8);
    }

    /** Some days in which the wearer sleeps from 23:00 to 07:00, beginning and ending at noon. */
    InventedSleeper usualDays(String firstNoon, int days) {
        var noon = LocalDateTime.parse(firstNoon);
        for (int day = 0; day < days; day++) {
            var evening = noon.plusHours(11);
            var morning = noon.plusHours(19);
            awake(noon.toString(), evening.toString());
            asleep(evening.toString(), morning.toString());
            awake(morning.toString(), noon.plusDays(1).toString());
            noon = noon.plusDays(1);
        }
        return this;
    }

    private interface Counts {
        double next();
    }

    private InventedSleeper lives(String from, String to, Counts counts, double heartRate) {
        for (var at = at(from); at.isBefore(at(to)); at = at.plusSeconds(60)) {
            double heart = heartRate + random.nextGaussian() * 2;
            minutes.add(new SleepMinute(at.toEpochMilli(), Wear.WORN, counts.next(), heart, 40 + random.nextInt(8)));
        }
        return this;
    }

    List<SleepMinute> minutes() {
        return List.copyOf(minutes);
    }

    /** The minutes that start within the local span. */
    Predicate<SleepMinute> within(String from, String to) {
        return minute -> minute.startMs() >= at(from).toEpochMilli() && minute.startMs() < at(to).toEpochMilli();
    }

    List<SleepMinute> without(String from, String to) {
        return minutes.stream().filter(within(from, to).negate()).toList();
    }

    SignalFrame frame(long counter, String from, Phase... phases) {
        return frame(counter, at(from), List.of(phases));
    }

    static SignalFrame frame(long counter, Instant from, List<Phase> phases) {
        return new SignalFrame(
                new FrameId(new DeviceId("watch-0001"), counter), StreamKind.SLEEP, from, new Sleep(phases));
    }

    static Phase phase(Stage stage, int minutes) {
        return new Phase(stage, Duration.ofMinutes(minutes));
    }

    /** What a track makes of some minutes, and the nights as they were told last. */
    record Life(SleepTrack track, Map<java.time.LocalDate, Night> nights, int told) {

        static Life start() {
            return new Life(SleepTrack.start(), new LinkedHashMap<>(), 0);
        }

        Life over(List<SleepMinute> minutes, ZoneId zone) {
            var life = this;
            for (var minute : minutes) {
                life = life.after(life.track.over(minute, zone));
            }
            return life;
        }

        Life hear(SignalFrame frame, ZoneId zone) {
            return after(track.hear(frame, zone));
        }

        Night only() {
            if (nights.size() != 1) {
                throw new AssertionError("told are the nights of " + nights.keySet());
            }
            return nights.values().iterator().next();
        }

        private Life after(Advance advance) {
            if (advance.nights().isEmpty()) {
                return new Life(advance.next(), nights, told);
            }
            var next = new LinkedHashMap<>(nights);
            advance.nights().forEach(night -> next.put(night.date(), night));
            return new Life(advance.next(), next, told + advance.nights().size());
        }
    }
}
