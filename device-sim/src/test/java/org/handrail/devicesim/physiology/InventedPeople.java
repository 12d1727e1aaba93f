package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.devicesim.Channel;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/** Simulated people in the places of the real ones: seated or exercising for a while, or living for a week. */
final class InventedPeople {

    private static final Instant AFTERNOON = Instant.parse("2026-05-11T15:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-05-11T00:00:00Z");

    private InventedPeople() {}

    /** Minutes of so many people who have done this for half an hour already. */
    static List<MinuteFeatures> minutes(int people, Activity activity, Duration length) {
        var doing = new Stretch(new TimeWindow(AFTERNOON.minusSeconds(1_800), AFTERNOON.plusSeconds(7_200)), activity);
        var window = new TimeWindow(AFTERNOON, AFTERNOON.plus(length));
        return IntStream.rangeClosed(1, people)
                .mapToObj(seed -> new Wearer(settings(seed, Traits.drawn(seed)).withFixed(List.of(doing))))
                .flatMap(wearer -> MinuteFeatures.of(wearer.channels(window), window).stream())
                .toList();
    }

    /** A week of each. */
    static Stream<LivedDays> lives(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(seed -> new Wearer(settings(seed, Population.person(seed))))
                .map(wearer -> LivedDays.of(week(wearer), ZoneOffset.UTC));
    }

    private static List<Channel> week(Wearer wearer) {
        return wearer.channels(new TimeWindow(MONDAY, MONDAY.plus(Duration.ofDays(7))));
    }

    private static WearerSettings settings(int seed, Traits traits) {
        return WearerSettings.quiet(new DeviceId("invented-" + seed), seed, ZoneOffset.UTC)
                .withTraits(traits);
    }
}
