package org.handrail.companion.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.BacklogPublisher;
import org.handrail.devicesim.publish.Feed;
import org.handrail.devicesim.publish.LivePublisher;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.devicesim.scenario.DemoScenario;
import org.handrail.ingest.Pairings;
import org.handrail.signals.TimeWindow;

/**
 * The simulated wearers of the demo, each with a watch that is connected to the broker over MQTT like any other. The first of
 * them has a hard evening: a strained stretch began some minutes before the demo goes live, and nobody answers the watch.
 */
public final class Wrists implements AutoCloseable {

    /** How long before going live the stretch begins: long enough for the engine to believe it soon after. */
    private static final Duration STRAIN_BEGAN_BEFORE = Duration.ofMinutes(8);

    private static final Duration STRAIN_LASTS = Duration.ofMinutes(40);

    /** As hard as a simulated evening gets. */
    private static final double STRENGTH = 1.3;

    private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(2);
    private static final long FIRST_SEED = 2_026;

    private final DemoScenario scenario;
    private final List<Feed> feeds = new ArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "wrists");
        thread.setDaemon(true);
        return thread;
    });
    private final LivePublisher live;

    /**
     * @param mentees the one with the hard evening first
     * @param historyDays days of past on the watches
     */
    public Wrists(
            List<Person> mentees, Path drawer, Pairings pairings, String brokerUrl, int historyDays, Clock clock) {
        this.scenario = DemoScenario.startingAt(clock.instant(), mentees.get(0).zone(), historyDays);
        this.live = new LivePublisher(clock, FrameCutter.LIVE);
        var watches = new WatchDrawer(drawer);
        for (int i = 0; i < mentees.size(); i++) {
            var credential = watches.watchOf(mentees.get(i), pairings, brokerUrl);
            var evening = i == 0
                    ? scenario.hardEvening(STRAIN_BEGAN_BEFORE.negated(), STRAIN_LASTS, STRENGTH)
                    : scenario.calmEvening();
            var wearer = scenario.wearer(credential.device(), FIRST_SEED + i, Traits.typical(), evening);
            var watch = new Watch(credential, WatchSettings.defaults(), AnswerPolicy.ignore(), clock, scheduler);
            feeds.add(new Feed(wearer, watch));
        }
    }

    /**
     * Sends what the watches remember from that instant on, and returns when the broker has confirmed it all.
     *
     * @return whether it did in time
     */
    public boolean sendThePast(Instant from, BacklogPublisher.Progress progress) throws InterruptedException {
        feeds.forEach(feed -> feed.watch().connect());
        Instant start = from.isAfter(scenario.history().start())
                ? from
                : scenario.history().start();
        var past = new TimeWindow(start.isBefore(liveFrom()) ? start : liveFrom(), liveFrom());
        return new BacklogPublisher(FrameCutter.BACKLOG, progress).publish(feeds, past, CONFIRMED_WITHIN);
    }

    /** From now on at real pace, beginning where the past ended. */
    public void goLive() {
        feeds.forEach(feed -> live.add(feed, liveFrom()));
        live.start(scheduler, Duration.ofMillis(250));
    }

    /** Where the past ends and live begins: with the frames that are complete in this very millisecond still in the past. */
    public Instant liveFrom() {
        return scenario.now().plusMillis(1);
    }

    @Override
    public void close() {
        live.close();
        feeds.forEach(feed -> feed.watch().close());
        scheduler.shutdownNow();
    }
}
