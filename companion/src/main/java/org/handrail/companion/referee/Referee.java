package org.handrail.companion.referee;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.handrail.alerts.AlertsSettings;
import org.handrail.analytics.Detection;
import org.handrail.devicesim.physiology.Disposition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Judges in event time: one life a task, on as many threads as are given, added up in order so that threads change nothing. */
public final class Referee {

    /** @param wearers lives, of so many weeks each */
    public record Settings(int wearers, int weeks, long seed, int threads) {

        private static final int MOST_WEEKS = 52;

        public Settings {
            if (wearers < 1 || weeks < 1 || weeks > MOST_WEEKS || threads < 1) {
                throw new IllegalArgumentException(
                        "The referee watches at least one wearer for 1 to " + MOST_WEEKS + " weeks.");
            }
        }
    }

    private Referee() {}

    /** @param progress hears the share of the lives that are over, 0 to 1 */
    public static Scoreboard judge(Settings settings, DoubleConsumer progress) throws InterruptedException {
        var lives = new Lives(settings.seed());
        var rules = rules();
        var scores = new EnumMap<Disposition, Score>(Disposition.class);
        var threads = Executors.newFixedThreadPool(settings.threads());
        try {
            var lived = new ArrayList<Future<Score>>();
            for (int number = 0; number < settings.wearers(); number++) {
                var life = lives.ofWeeks(number, settings.weeks());
                lived.add(threads.submit(() -> Score.of(EventTime.of(life, rules), rules)));
            }
            for (int number = 0; number < settings.wearers(); number++) {
                var disposition = lives.ofWeeks(number, settings.weeks()).disposition();
                scores.computeIfAbsent(disposition, none -> new Score())
                        .add(lived.get(number).get());
                progress.accept((number + 1.0) / settings.wearers());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A life could not be lived to its end: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
        return Scoreboard.of(settings, Detection.METHOD, scores);
    }

    /** Those of alerts as they are where nobody sets anything. */
    static AlertsSettings rules() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("handrail.alerts", AlertsSettings.class);
    }
}
