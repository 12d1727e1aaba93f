package org.handrail.companion.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.handrail.devicesim.load.Crowd;
import org.handrail.devicesim.load.CrowdSettings;

/** Many worn watches against a house of their own, looked at every few seconds. Some of the wearers are strained each minute. */
public final class SimLoad {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_OF_A_PIECE = 5;
    private static final int STRAINED_A_MINUTE = 60;
    private static final double SHARE_OF_A_STORM = 0.2;
    private static final Duration LONGEST_CONNECTING = Duration.ofMinutes(5);
    private static final Duration LAST_FRAMES = Duration.ofSeconds(30);

    private final SimLoadSettings settings;
    private final Clock clock;
    private final Consumer<LoadFigures> progress;

    /** @param progress hears every few seconds what was seen in them */
    public SimLoad(SimLoadSettings settings, Clock clock, Consumer<LoadFigures> progress) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
    }

    /** Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public LoadReport run() throws IOException, InterruptedException {
        int most = OpenFiles.connectionsAtMost();
        if (settings.wearers() > most) {
            throw new IllegalStateException("A process here may open files for " + most + " connections and not for "
                    + settings.wearers() + "; raise the limit (ulimit -n).");
        }
        try (var load = HouseUnderLoad.open(
                settings.directory(), settings.heapMb(), CrowdSettings.ofSeed(settings.seed()), clock)) {
            load.begin();
            load.grow(settings.wearers(), strains());
            long began = System.nanoTime();
            while (!load.isConnected()) {
                if (System.nanoTime() - began > LONGEST_CONNECTING.toNanos()) {
                    throw new IllegalStateException(
                            "The broker did not let all " + settings.wearers() + " watches in.");
                }
                watch(load);
            }
            return measure(load, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private LoadReport measure(HouseUnderLoad load, Duration connecting) throws IOException, InterruptedException {
        load.begin();
        long end = System.nanoTime() + settings.length().toNanos();
        long nextStorm = settings.stormEvery()
                .map(every -> System.nanoTime() + every.toNanos())
                .orElse(Long.MAX_VALUE);
        long storms = 0;
        while (System.nanoTime() < end) {
            if (System.nanoTime() >= nextStorm) {
                load.storm(SHARE_OF_A_STORM, storms++);
                nextStorm += settings.stormEvery().orElseThrow().toNanos();
            }
            watch(load);
        }
        var figures = load.inAll();
        load.settle(LAST_FRAMES);
        return new LoadReport(settings, connecting, storms, figures, load.end(settings.directory()));
    }

    private void watch(HouseUnderLoad load) throws InterruptedException {
        for (int look = 0; look < LOOKS_OF_A_PIECE; look++) {
            Thread.sleep(LOOK.toMillis());
            load.look();
        }
        progress.accept(load.since());
    }

    /** From when on the wearers who can be strained are: some each minute, and the first of them soon. */
    private List<Long> strains() {
        long first = clock.instant().getEpochSecond() / 60 + 2 - Crowd.MINUTES_FROM_STRAIN_TO_NUDGE;
        long minutes = settings.length().toMinutes() + 2;
        long wearers = Math.min(settings.wearers(), minutes * STRAINED_A_MINUTE);
        var from = new ArrayList<Long>();
        for (long i = 0; i < wearers; i++) {
            from.add(first + i * minutes / wearers);
        }
        return from;
    }
}
