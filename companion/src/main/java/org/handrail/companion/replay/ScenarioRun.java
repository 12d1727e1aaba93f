package org.handrail.companion.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.handrail.companion.house.House;
import org.handrail.companion.replay.Newcomers.Newcomer;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.devicesim.scenario.PersonaWearer;
import org.handrail.devicesim.scenario.Scenario;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/**
 * Plays a scenario into a house whose clock stands where the scenario ends: each persona's watch sends over MQTT, in frames of
 * a minute, what its wrist and its network let out when they do. Then waits until all is dealt with and analysed, and lays what the house found
 * beside what truly was.
 */
public final class ScenarioRun {

    private static final Duration SHORTEST_TICK = Duration.ofMinutes(1);
    private static final Duration LONGEST_TICK = Duration.ofHours(1);

    /** How long after its end a scenario is played: late enough that no frame is from the future. */
    private static final Duration AFTER_THE_END = Duration.ofMinutes(2);

    private final House house;
    private final Clock clock;
    private final Settling settling;

    record Played(PersonaWearer wearer, Newcomer newcomer, Watch watch) {}

    /** @param house set back by {@link #setBack} */
    public ScenarioRun(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
        this.settling = new Settling(house, clock);
    }

    /** How far back a house lives in which this scenario has just ended. */
    public static Duration setBack(Scenario scenario, Instant now) {
        return Duration.between(scenario.end().plus(AFTER_THE_END), now);
    }

    /**
     * @param progress hears the share that was sent, 0 to 1
     * @throws IllegalStateException with one sentence where not everything arrived
     */
    public ScenarioReport play(Scenario scenario, Pace pace, DoubleConsumer progress) throws InterruptedException {
        var began = clock.instant();
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        var played = new ArrayList<Played>();
        try {
            played.addAll(moveIn(scenario, scheduler));
            played.forEach(each -> each.watch().connect());
            send(played, pace, progress);
            for (var each : played) {
                settling.confirmed(each.watch());
                settling.dealtWith(
                        each.newcomer().mentee(), each.watch().counts().accepted());
            }
            settling.analysed();
            progress.accept(1);
            var lives = played.stream().map(new Findings(house)::life).toList();
            return new ScenarioReport(scenario, Duration.between(began, clock.instant()), lives);
        } finally {
            played.forEach(each -> each.watch().close());
            scheduler.shutdownNow();
        }
    }

    private List<Played> moveIn(Scenario scenario, ScheduledExecutorService scheduler) {
        var newcomers = new Newcomers(house);
        var welcomed = new HashMap<DeviceId, Newcomer>();
        var wearers = scenario.wearers((name, zone) -> {
            var newcomer = newcomers.welcome(name, zone, "to play a scenario");
            welcomed.put(newcomer.paired().device(), newcomer);
            return newcomer.paired().device();
        });
        return wearers.stream()
                .map(wearer -> {
                    var newcomer = Objects.requireNonNull(welcomed.get(wearer.device()));
                    var paired = newcomer.paired();
                    var credential = new WatchCredential(house.brokerUrl(), paired.device(), paired.secret());
                    var settings = WatchSettings.defaults();
                    var wrapping = wearer.wrapping(Wrapping.plain(settings.format()));
                    return new Played(
                            wearer,
                            newcomer,
                            new Watch(credential, settings, wrapping, wearer.answers(), clock, scheduler));
                })
                .toList();
    }

    /** Tick by tick, each watch sends what went out since its last one. */
    private void send(List<Played> played, Pace pace, DoubleConsumer progress) throws InterruptedException {
        var span = spanOf(played);
        var began = clock.instant();
        var tick = tickOf(pace);
        var sentUntil =
                played.stream().map(each -> each.wearer().span().start()).toArray(Instant[]::new);
        Instant now = span.start();
        while (now.isBefore(span.end())) {
            now = now.plus(tick).isBefore(span.end()) ? now.plus(tick) : span.end();
            waitUntil(now, span, began, pace);
            for (int i = 0; i < sentUntil.length; i++) {
                var until = earlier(now, overFor(played.get(i).wearer()));
                if (sentUntil[i].isBefore(until)) {
                    send(played.get(i), new TimeWindow(sentUntil[i], until));
                    sentUntil[i] = until;
                }
            }
            progress.accept(0.99
                    * Duration.between(span.start(), now).toMillis()
                    / span.length().toMillis());
        }
    }

    private static void send(Played played, TimeWindow going) throws InterruptedException {
        for (var frames = played.wearer().frames(going, FrameCutter.BACKLOG).iterator(); frames.hasNext(); ) {
            played.watch().publish(frames.next());
        }
    }

    /** The days of everybody, whose midnights may differ. */
    private static TimeWindow spanOf(List<Played> played) {
        return new TimeWindow(
                played.stream()
                        .map(each -> each.wearer().span().start())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                played.stream()
                        .map(each -> overFor(each.wearer()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** What is complete at the very end belongs to the days that it ends. */
    private static Instant overFor(PersonaWearer wearer) {
        return sent(wearer).end();
    }

    /** What goes out in the days of a scenario. What a watch still holds back when they are over never does. */
    static TimeWindow sent(PersonaWearer wearer) {
        return new TimeWindow(wearer.span().start(), wearer.span().end().plusMillis(1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** About a second of playing. */
    private static Duration tickOf(Pace pace) {
        if (pace.times().isEmpty()) {
            return LONGEST_TICK;
        }
        var second = Duration.ofSeconds(Math.round(pace.times().getAsDouble()));
        return second.compareTo(SHORTEST_TICK) < 0
                ? SHORTEST_TICK
                : second.compareTo(LONGEST_TICK) > 0 ? LONGEST_TICK : second;
    }

    private void waitUntil(Instant now, TimeWindow span, Instant began, Pace pace) throws InterruptedException {
        if (pace.times().isPresent()) {
            double sinceStart = Duration.between(span.start(), now).toMillis()
                    / pace.times().getAsDouble();
            var due = began.plusMillis(Math.round(sinceStart));
            TimeUnit.MILLISECONDS.sleep(
                    Math.max(0, Duration.between(clock.instant(), due).toMillis()));
        }
    }
}
