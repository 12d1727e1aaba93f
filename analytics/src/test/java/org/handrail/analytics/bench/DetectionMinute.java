package org.handrail.analytics.bench;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.detection.StateCodec;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole way of a minute's frames: waiting, gathering, features, baseline, likelihood, hysteresis. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DetectionMinute {

    private static final int MINUTES = 32;
    private static final int DAYS_OF_STATE = 3;
    private static final int FRAMES_BETWEEN_LOOKS = 37;
    private static final MenteeState NOBODY_YET =
            MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneId.of("Europe/Vienna"));

    private List<SignalFrame> frames = List.of();
    private int at;
    private MenteeState state = NOBODY_YET;

    @Setup
    public void invent() {
        frames = new InventedWearer(1).minutes(MINUTES);
    }

    @Benchmark
    public MenteeState detectionMinute() {
        if (at == frames.size()) {
            at = 0;
            state = NOBODY_YET;
        }
        for (int end = at + frames.size() / MINUTES; at < end; at++) {
            state = RiskMethod.SHIPPED.advance(state, frames.get(at)).next();
        }
        return state;
    }

    /** The most that a wearer's encoded state took in some days, looked at now and then, in bytes. */
    static int mostStateBytes() {
        int most = 0;
        var state = NOBODY_YET;
        var wearer = new InventedWearer(1);
        for (int hour = 0; hour < DAYS_OF_STATE * 24; hour++) {
            for (var frame : wearer.minutes(60)) {
                state = RiskMethod.SHIPPED.advance(state, frame).next();
                if (frame.id().counter() % FRAMES_BETWEEN_LOOKS == 0) {
                    most = Math.max(most, StateCodec.encode(state).length);
                }
            }
        }
        return most;
    }
}
