package org.handrail.devicesim.load;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Population;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/**
 * What a crowd wears: an hour and a half at the desk of some dozens of simulated people, cut into one frame for each stream
 * and minute. A few of them, whose skin can be read, can be strained from any minute on; before it the bytes are the same.
 * The same seed gives the same bytes.
 */
final class WornHours {

    static final int PEOPLE = 48;

    /** The first of them, who may be strained. */
    static final int READABLE = 8;

    static final int MINUTES = 90;

    /** How long a strain goes on. */
    private static final int STRAINED_MINUTES = 12;

    /** Sure to be noticed: what is measured is how fast, not whether. */
    private static final double STRENGTH = 1.3;

    private static final Instant MORNING = Instant.parse("2026-03-03T09:00:00Z");
    private static final DeviceId ANY = new DeviceId("worn");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Wearer> people;
    private final List<WornMinutes> calm;

    /** Made when they are first asked for. */
    private final Map<Strained, WornMinutes> strained = new ConcurrentHashMap<>();

    private record Strained(int person, int fromMinute) {}

    WornHours(long seed) {
        people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Wearer(settings(seed, number)))
                .toList();
        calm = people.parallelStream()
                .map(person -> new WornMinutes(minutes(person, 0, MINUTES)))
                .toList();
    }

    /** Of the person with that number; there are as many as wanted, who repeat. */
    WornMinutes calm(int person) {
        return calm.get(person % PEOPLE);
    }

    /** The same person, strained from that minute on; only of those who are {@link #READABLE}. */
    WornMinutes strained(int person, int fromMinute) {
        var wanted = new Strained(person % READABLE, Math.floorMod(fromMinute, MINUTES));
        return strained.computeIfAbsent(wanted, this::made);
    }

    private WornMinutes made(Strained wanted) {
        int from = wanted.fromMinute();
        var window = new TimeWindow(at(from), at(from + STRAINED_MINUTES));
        var wearer = people.get(wanted.person());
        var other = new Wearer(wearer.settings().withStrains(List.of(new Strain(window, STRENGTH))));
        return calm(wanted.person()).with(from, minutes(other, from, STRAINED_MINUTES));
    }

    private static WearerSettings settings(long seed, int number) {
        var atTheDesk = new Stretch(new TimeWindow(at(0), at(MINUTES + STRAINED_MINUTES)), Activity.DESK);
        var traits = number < READABLE ? Traits.typical() : Population.person(seed + number);
        return WearerSettings.quiet(ANY, seed + number, ZoneOffset.UTC)
                .withTraits(traits)
                .withFixed(List.of(atTheDesk));
    }

    private static List<List<WornMinutes.Piece>> minutes(Wearer person, int from, int length) {
        var cutter = new FrameCutter(ANY, MINUTE);
        var minutes = new ArrayList<List<WornMinutes.Piece>>();
        for (int minute = from; minute < from + length; minute++) {
            Instant start = at(minute);
            var frames = cutter.cut(start, person.channels(new TimeWindow(start, at(minute + 1))));
            minutes.add(frames.stream()
                    .filter(frame -> frame.stream().isSensor())
                    .map(frame -> new WornMinutes.Piece(
                            FrameMould.of(frame),
                            Math.toIntExact(
                                    Duration.between(start, frame.sampledAt()).toMillis())))
                    .toList());
        }
        return minutes;
    }

    private static Instant at(int minute) {
        return MORNING.plus(MINUTE.multipliedBy(minute));
    }
}
