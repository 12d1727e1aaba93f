package org.handrail.devicesim.load;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * What a load sends: so many frames, for so long at most, all watches in turn.
 *
 * @param framesPerSecond of all watches together; empty for as fast as the broker takes them
 * @param mayHaveBegun how many frames may have been begun by now. Only a load without a rate asks: it lets whoever measures
 *     a whole way hold the load back, where a broker alone would confirm faster than the rest can follow
 */
public record LoadPlan(long frames, Duration atMost, OptionalDouble framesPerSecond, LongSupplier mayHaveBegun) {

    public LoadPlan {
        if (frames < 1 || atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("A load has at least one frame and lasts for some time");
        }
        if (framesPerSecond.isPresent() && !(framesPerSecond.getAsDouble() > 0)) {
            throw new IllegalArgumentException("A rate is more than zero frames a second");
        }
    }

    public static LoadPlan asFastAsTaken(long frames, Duration atMost) {
        return new LoadPlan(frames, atMost, OptionalDouble.empty(), () -> Long.MAX_VALUE);
    }

    public static LoadPlan paced(double framesPerSecond, long frames, Duration atMost) {
        return new LoadPlan(frames, atMost, OptionalDouble.of(framesPerSecond), () -> Long.MAX_VALUE);
    }

    public LoadPlan heldBackBy(LongSupplier changed) {
        return new LoadPlan(frames, atMost, framesPerSecond, changed);
    }
}
