package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.signals.TimeWindow;

/**
 * What the hours around an instant are like. In both kinds the wearer sits, with the watch on, from three hours before to six
 * hours after: no exercise, no sleep, little motion.
 */
public sealed interface Evening {

    /** The instant around which the evening is. */
    Instant around();

    /** The strained stretches; the truth. */
    List<Strain> strains();

    /** Nothing strains, for hours before and after. */
    record Calm(Instant around) implements Evening {
        @Override
        public List<Strain> strains() {
            return List.of();
        }
    }

    /** One strained stretch; nothing else strains. */
    record Hard(Instant around, Strain strain) implements Evening {
        public Hard {
            if (!Evening.spanOf(around).contains(strain.window().start())
                    || strain.window().end().isAfter(Evening.spanOf(around).end())) {
                throw new IllegalArgumentException(
                        "The strain of a hard evening lies within three hours before and six after");
            }
        }

        @Override
        public List<Strain> strains() {
            return List.of(strain);
        }
    }

    static Evening calm(Instant around) {
        return new Calm(around);
    }

    /**
     * @param startsAfter when the strain begins, counted from the instant; negative for before it
     * @param strength 0.7 to 1.3; 1 is what strain does to the wearer on average
     */
    static Evening hard(Instant around, Duration startsAfter, Duration lasts, double strength) {
        Instant start = around.plus(startsAfter);
        return new Hard(around, new Strain(new TimeWindow(start, start.plus(lasts)), strength));
    }

    /** The hours of which the evening decides. */
    default TimeWindow span() {
        return spanOf(around());
    }

    default Stretch seated() {
        return new Stretch(span(), Activity.SEATED);
    }

    private static TimeWindow spanOf(Instant around) {
        return new TimeWindow(around.minus(Duration.ofHours(3)), around.plus(Duration.ofHours(6)));
    }
}
