package org.handrail.devicesim.physiology;

import static org.handrail.signals.Sleep.Stage.AWAKE;
import static org.handrail.signals.Sleep.Stage.DEEP;
import static org.handrail.signals.Sleep.Stage.LIGHT;
import static org.handrail.signals.Sleep.Stage.REM;

import java.util.SplittableRandom;
import org.handrail.signals.Sleep;

/**
 * One sleep as a semi-Markov chain: a stage lasts for a drawn time, then the next one is drawn (Wang, Alvarez, Ruiz, Moonis
 * 2013: a plain Markov chain has the wrong lengths). Whoever is awake in the night is so for a time with a power law of exponent 2.2
 * (Lo 2004); bouts of sleep are log-normal. Deep sleep loses its pull with a time constant of 4.2 h (the decline of process S,
 * Daan, Beersma and Borbély 1984); REM becomes due after an hour and a quarter or so without it and grows longer.
 *
 * <p>Unrest, 0 for none, makes falling asleep slower, awakenings more frequent, deep and REM bouts shorter, and the last
 * waking earlier: the directions in which stress changes sleep (Kim and Dimsdale 2007). Its sizes, and the chances and
 * medians here, are chosen so that a calm wearer's nights have the waking time of Fitbit nights (fitabase: 39 minutes of 458 in
 * bed) and a healthy adult's shares of stages.
 */
final class Hypnogram {

    private static final double PULL_FADES_MINUTES = 4.2 * 60;
    private static final double WAKE_TAIL = 1.2;
    private static final int LONGEST_WAKING = 60;

    private final Sleep.Stage[] stages;
    private final int to;
    private final double pull;
    private final double unrest;
    private final SplittableRandom random;

    private int at;
    private int asleepFor;
    private int cycle;
    private double sinceRem;
    private double remDue;

    private Hypnogram(Sleep.Stage[] stages, int from, int to, double pull, double unrest, SplittableRandom random) {
        this.stages = stages;
        this.at = from;
        this.to = to;
        this.pull = pull;
        this.unrest = unrest;
        this.random = random;
    }

    /**
     * Fills the stages of the minutes from going to bed to getting up.
     *
     * @param pull of deep sleep when falling asleep: 1 after a day awake, less for a nap
     */
    static void fill(Sleep.Stage[] stages, int from, int to, double pull, double unrest, SplittableRandom random) {
        new Hypnogram(stages, from, to, pull, unrest, random).run();
    }

    private void run() {
        lie(AWAKE, drawn(10 * (1 + unrest), 0.5));
        int lastWaking = to - (int) Math.round(25 * unrest * random.nextDouble());
        remDue = drawn(75, 0.15);
        var stage = LIGHT;
        while (at < lastWaking) {
            int from = at;
            lie(stage, Math.min(length(stage), lastWaking - at));
            tally(stage, at - from);
            stage = after(stage);
        }
        lie(AWAKE, to - at);
    }

    private void lie(Sleep.Stage stage, double minutes) {
        int end = Math.min(to, at + (int) Math.max(1, Math.round(minutes)));
        while (at < end) {
            stages[at++] = stage;
        }
    }

    private void tally(Sleep.Stage stage, int minutes) {
        asleepFor += stage == AWAKE ? 0 : minutes;
        if (stage == REM) {
            cycle++;
            sinceRem = 0;
            remDue = drawn(70, 0.15);
        } else if (stage != AWAKE) {
            sinceRem += minutes;
        }
    }

    private double length(Sleep.Stage stage) {
        return switch (stage) {
            case AWAKE -> Math.min(LONGEST_WAKING, Math.floor(StrictMath.pow(1 - random.nextDouble(), -1 / WAKE_TAIL)));
            case LIGHT, ASLEEP -> drawn(11, 0.6);
            case DEEP -> drawn(17 * (1 - 0.3 * Math.min(1, unrest)), 0.5);
            case REM -> drawn(Math.min(30, 14 + 6 * cycle) * (1 - 0.2 * Math.min(1, unrest)), 0.4);
        };
    }

    private Sleep.Stage after(Sleep.Stage stage) {
        if (stage != AWAKE && random.nextDouble() < Math.min(0.6, wakes(stage) * (1 + 1.5 * unrest))) {
            return AWAKE;
        }
        boolean wasLight = stage == LIGHT || stage == AWAKE;
        if (wasLight && sinceRem >= remDue) {
            return REM;
        }
        double deep = 0.85 * pull * StrictMath.exp(-asleepFor / PULL_FADES_MINUTES);
        return stage == LIGHT && random.nextDouble() < deep ? DEEP : LIGHT;
    }

    private static double wakes(Sleep.Stage stage) {
        return switch (stage) {
            case LIGHT, ASLEEP -> 0.17;
            case DEEP -> 0.07;
            case REM -> 0.35;
            case AWAKE -> 0;
        };
    }

    private double drawn(double median, double spread) {
        return median * StrictMath.exp(spread * Draws.gaussian(random));
    }
}
