package org.handrail.companion.referee;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.handrail.alerts.AlertsSettings;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;

/**
 * Judges some hours of a few lives in a real house: embedded broker and database, watches over MQTT, durable timers, events. What
 * the house's rooms hold afterwards is judged as in event time, and compared with what event time says of the same lives.
 */
public final class HouseReferee {

    private static final int LIVES = 4;
    private static final Duration FROM = Duration.ofHours(17);
    private static final Duration UNTIL = Duration.ofMinutes(20 * 60 + 30);

    private HouseReferee() {}

    /**
     * @param directory of the house, to be removed afterwards
     * @param progress hears the share of the evening that is over, 0 to 1
     */
    public static HouseVerdict judge(Path directory, long seed, DoubleConsumer progress) throws InterruptedException {
        var drawn = new Lives(seed);
        var lives = IntStream.range(0, LIVES)
                .mapToObj(number -> drawn.ofEvening(number, FROM, UNTIL))
                .toList();
        var clock = new SteppingClock(lives.get(0).span().start());
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        var residents = new ArrayList<Resident>();
        try (var house = House.open(HouseSettings.onFreePorts(directory), clock)) {
            try {
                lives.forEach(life -> residents.add(Resident.movesIn(house, life, scheduler)));
                var over = new Evening(house, clock, residents).live(progress);
                return verdict(residents, over, house.room(AlertsSettings.class));
            } finally {
                residents.forEach(Resident::close);
            }
        } finally {
            scheduler.shutdownNow();
        }
    }

    private static HouseVerdict verdict(List<Resident> residents, Instant over, AlertsSettings rules) {
        var differences = new ArrayList<String>();
        var lived = residents.stream().map(resident -> resident.lived(over)).toList();
        for (int number = 0; number < lived.size(); number++) {
            var inEventTime = EventTime.of(lived.get(number).life(), rules).lived();
            differences.addAll(Comparison.differences("Life " + (number + 1), lived.get(number), inEventTime));
        }
        var promises = lived.stream().map(one -> new Promises(one, rules)).toList();
        return new HouseVerdict(
                lived.size(),
                residents.stream().mapToLong(Resident::published).sum(),
                lived.stream().mapToInt(one -> one.windows().size()).sum(),
                lived.stream().mapToInt(one -> one.nudges().size()).sum(),
                promises.stream().mapToInt(one -> one.prompts().size()).sum(),
                promises.stream().mapToInt(Promises::stale).sum(),
                promises.stream().mapToInt(Promises::lost).sum(),
                promises.stream().mapToInt(Promises::doubled).sum(),
                promises.stream().mapToInt(Promises::budgetExceeded).sum(),
                promises.stream().mapToInt(Promises::afterEasing).sum(),
                differences);
    }
}
