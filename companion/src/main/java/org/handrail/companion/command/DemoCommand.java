package org.handrail.companion.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.handrail.companion.demo.DemoDirectory;
import org.handrail.companion.demo.DemoPeople;
import org.handrail.companion.demo.Known;
import org.handrail.companion.demo.LivePage;
import org.handrail.companion.demo.Story;
import org.handrail.companion.demo.Wrists;
import org.handrail.companion.house.House;
import org.handrail.devicesim.scenario.DemoScenario;
import org.handrail.ingest.Pairings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole house with invented people and simulated wearers, one of whom has a hard evening. */
@Command(name = "demo", description = "Run the whole house with simulated wearers, one of whom has a hard evening.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration LONGEST_WAIT_FOR_PROMPT = Duration.ofMinutes(4);

    @Mixin
    private HouseOptions options = new HouseOptions();

    @Option(names = "--fresh", description = "Start over, without the data of earlier demos.")
    private boolean fresh;

    @Option(
            names = "--until",
            paramLabel = "prompt",
            description = "End by itself once the first prompt is on the mentor's page.")
    private @Nullable Until until;

    @Option(
            names = "--days",
            defaultValue = "3",
            description = "Days of history to send first (default: ${DEFAULT-VALUE}).")
    private int days;

    private enum Until {
        prompt
    }

    @Override
    public Integer call() throws Exception {
        Instant started = Started.at();
        var settings = options.settings(DemoDirectory.defaultPath());
        var directory = DemoDirectory.claim(settings.data(), fresh);
        Logs.toFile(directory.log());
        System.out.println("Opening the house: database, broker, ingest, analysis, alerts, pages ...");
        try (var ending = Ending.onSignal();
                var house = House.open(settings)) {
            var clock = house.room(Clock.class);
            moveIn(house, clock);
            var story = new HeldLines(System.out);
            house.room(Story.class).tell(story::add);
            try (var wrists = wrists(house, directory.path(), clock)) {
                if (!sendThePast(house, wrists, ending)) {
                    return ending.isWanted() ? 0 : 1;
                }
                printAddresses(house, directory);
                story.release();
                return liveOn(house, wrists, ending, started, clock);
            }
        }
    }

    private static void moveIn(House house, Clock clock) {
        var people = house.room(DemoPeople.class);
        if (!people.areHere()) {
            people.moveIn(DemoScenario.zoneOfEvening(clock.instant()), ZoneId.systemDefault());
        }
    }

    private Wrists wrists(House house, Path directory, Clock clock) {
        var mentees = house.room(DemoPeople.class).mentees();
        return new Wrists(mentees, directory, house.room(Pairings.class), house.brokerUrl(), days, clock);
    }

    /** Returns false where it was interrupted, or the broker did not confirm it all. */
    private boolean sendThePast(House house, Wrists wrists, Ending ending) throws InterruptedException {
        var bar = ProgressBar.onTerminal("Sending what the watches remember");
        var known = new Known(house);
        if (!wrists.sendThePast(known.until(), (done, total) -> bar.show(total == 0 ? 1 : (double) done / total))) {
            System.err.println("handrail: the broker did not confirm the past in time; the log says why.");
            return false;
        }
        while (!ending.isWanted() && !known.reaches(wrists.liveFrom())) {
            ending.await(50);
        }
        return !ending.isWanted();
    }

    private int liveOn(House house, Wrists wrists, Ending ending, Instant started, Clock clock)
            throws IOException, InterruptedException {
        if (until == null) {
            wrists.goLive();
            ending.await();
            System.out.println("Closing ...");
            return 0;
        }
        try (var page = LivePage.open(house.pagesUrl(), DemoPeople.FIRST_MENTOR, DemoPeople.PASSWORD)) {
            wrists.goLive();
            Instant live = clock.instant();
            while (!page.showsPrompt() && !ending.isWanted()) {
                if (clock.instant().isAfter(live.plus(LONGEST_WAIT_FOR_PROMPT))) {
                    System.err.println("handrail: no prompt within " + LONGEST_WAIT_FOR_PROMPT.toMinutes()
                            + " minutes; was one raised shortly before? --fresh starts over.");
                    return 1;
                }
                ending.await(20);
            }
            var now = clock.instant();
            System.out.printf(
                    Locale.ROOT,
                    "The prompt is on the mentor's page, %.1f s after the start and %.1f s after going live.%n",
                    seconds(started, now),
                    seconds(live, now));
            return 0;
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static void printAddresses(House house, DemoDirectory directory) {
        System.out.println();
        System.out.println("The house is open. Everybody here is invented.");
        System.out.println("  Pages    " + house.pagesUrl());
        System.out.println("  Sign in  sam (Maya's mentor), noor (her backup), maya, jonas, elif (mentees),");
        System.out.println(
                "           okafor (clinician), ines (coordinator); each with the password " + DemoPeople.PASSWORD);
        System.out.println("  Broker   " + house.brokerUrl());
        System.out.println("  Log      " + directory.log());
        System.out.println("Three watches go live now. Maya's hard stretch began minutes ago. Ctrl-C ends it all.");
        System.out.println();
    }
}
