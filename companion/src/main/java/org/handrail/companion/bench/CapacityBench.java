package org.handrail.companion.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.handrail.devicesim.load.Crowd;
import org.handrail.devicesim.load.CrowdSettings;

/**
 * Finds how many live wearers this machine carries with 99 of 100 nudges within a second. Each number of wearers is held from
 * the beginning of a minute on, for then the minute before the last closes for everybody within twelve seconds: the hardest
 * seconds that a crowd of watches knows. With each step some wearers are strained so that their nudges fall into it.
 */
public final class CapacityBench {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private static final Duration LONGEST_COMING = Duration.ofMinutes(4);

    /** How fast new watches are expected to come; where they are slower the step waits for them. */
    private static final double CONNECTING_A_SECOND = 250;

    /** Wearers who are strained for one minute of a step: more than are needed, for some are found a minute later. */
    private static final int STRAINED = 140;

    /** Minutes for which wearers are strained, should connecting and catching up take longer than was thought. */
    private static final int STRAINED_MINUTES = 4;

    /** Steps that take longer or go down, for which others are strained then. */
    private static final int RESERVES = 3;

    private final CapacitySettings settings;
    private final Clock clock;
    private final Consumer<CapacityStep> told;

    /** Wearers who can be strained and were not yet, for a step to fewer wearers. */
    private final List<Integer> reserve = new ArrayList<>();

    /** @param told hears of each step when it is over */
    public CapacityBench(CapacitySettings settings, Clock clock, Consumer<CapacityStep> told) {
        this.settings = settings;
        this.clock = clock;
        this.told = told;
    }

    /** Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public CapacityReport run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        int files = OpenFiles.connectionsAtMost();
        try (var load = HouseUnderLoad.open(
                settings.directory(), settings.heapMb(), CrowdSettings.ofSeed(settings.seed()), clock)) {
            var search = CapacitySearch.upTo(Math.min(settings.atMost(), files));
            var steps = new ArrayList<CapacityStep>();
            var wearers = search.next();
            while (wearers.isPresent()
                    && System.nanoTime() - began < settings.length().toNanos()) {
                var step = hold(load, wearers.getAsInt());
                steps.add(step);
                told.accept(step);
                search = search.after(wearers.getAsInt(), step.isCarried());
                wearers = search.next();
            }
            var otherwise = wearers.isPresent()
                    ? CapacityStop.TIME
                    : settings.atMost() <= files ? CapacityStop.AT_MOST : CapacityStop.OPEN_FILES;
            return report(steps, otherwise, load.end(settings.directory()));
        }
    }

    private CapacityStep hold(HouseUnderLoad load, int wearers) throws InterruptedException {
        long minute = become(load, load.counts().watches(), wearers);
        boolean isSteady = load.isSteady();
        while (!isSteady && minuteAt(Duration.ZERO) < minute + STRAINED_MINUTES - 1) {
            Thread.sleep(LOOK.toMillis());
            isSteady = load.isSteady();
        }
        if (!isSteady) {
            if (!becomesSteady(load)) {
                return new CapacityStep(load.inAll(), Optional.of(CapacityStop.NOT_STEADY));
            }
            minute = strainReserve(load);
        }
        awaitMinute(Math.max(minute, minuteAt(Duration.ZERO) + 1));
        load.begin();
        for (long second = 0; second < settings.hold().toSeconds(); second++) {
            Thread.sleep(LOOK.toMillis());
            load.look();
        }
        var figures = load.inAll();
        return CapacityStep.judge(figures, load.settle(SETTLING), settings.leastNudges());
    }

    /** Lets wearers come or go, and says in which minute their number can be held. */
    private long become(HouseUnderLoad load, int before, int wearers) throws InterruptedException {
        if (wearers < before) {
            load.shrink(before - wearers);
            return strainReserve(load);
        }
        int more = wearers - before;
        long connecting = (long) (more / CONNECTING_A_SECOND);
        long minute = minuteAt(SETTLING.plusSeconds(connecting)) + 1;
        load.grow(more, strains(before, more, minute));
        return minute;
    }

    /** Whoever is new at a broker has to be written down there first, which says nothing about how many it carries. */
    private boolean becomesSteady(HouseUnderLoad load) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_COMING.toNanos();
        while (!load.isSteady()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    /** Strains some from the minute on that goes on now, and says when their nudges come. */
    private long strainReserve(HouseUnderLoad load) {
        long minute = minuteAt(Duration.ZERO);
        var strained = reserve.subList(0, Math.min(reserve.size(), STRAINED));
        load.strain(List.copyOf(strained), minute);
        strained.clear();
        return minute + Crowd.MINUTES_FROM_STRAIN_TO_NUDGE;
    }

    /** Some for each minute in which the number may be held, and some who are left for later. */
    private List<Long> strains(int before, int more, long minute) {
        var from = new ArrayList<Long>();
        int each = Math.min(STRAINED, more / (STRAINED_MINUTES + RESERVES + 1));
        for (int late = 0; late < STRAINED_MINUTES; late++) {
            from.addAll(Collections.nCopies(each, minute + late - Crowd.MINUTES_FROM_STRAIN_TO_NUDGE));
        }
        for (int i = 0; before == 0 && i < each * RESERVES; i++) {
            reserve.add(from.size());
            from.add(Crowd.NEVER);
        }
        return from;
    }

    private long minuteAt(Duration fromNow) {
        return clock.instant().plus(fromNow).getEpochSecond() / 60;
    }

    private CapacityReport report(List<CapacityStep> steps, CapacityStop otherwise, Tally tally) {
        var byWearers =
                Comparator.comparingInt((CapacityStep step) -> step.figures().wearers());
        var stop = steps.stream()
                .filter(step -> !step.isCarried())
                .min(byWearers)
                .flatMap(CapacityStep::stop)
                .orElse(otherwise);
        var carried = steps.stream().filter(CapacityStep::isCarried).max(byWearers);
        return new CapacityReport(carried, stop, steps, tally);
    }

    private void awaitMinute(long minute) throws InterruptedException {
        while (clock.instant().getEpochSecond() < minute * 60) {
            Thread.sleep(LOOK.toMillis() / 10);
        }
    }
}
