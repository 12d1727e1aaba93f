package org.handrail.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.handrail.analytics.detection.BacklogOrder;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.feature.Feature;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;

/**
 * Runs the detection over one mentee's archive once more, from its beginning, and stores nothing. It takes what lanes take: frames
 * by their positions, a backlog put in order, silence found by when frames were received. So it finds what they found, bit
 * for bit. One thread at a time.
 */
public final class ReplayRuntime {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RiskMethod method;
    private final MenteeId mentee;
    private final ZoneId zone;
    private final Detection.Listener listener;
    private final BacklogOrder order = new BacklogOrder(0);
    private MenteeRun run;
    private Instant latest = Instant.MIN;

    /** What was known before the frame that is being told of. */
    private MenteeState before;

    /** By the method as it is shipped. */
    public ReplayRuntime(MenteeId mentee, ZoneId zone, Detection.Listener listener) {
        this(RiskMethod.SHIPPED, mentee, zone, listener);
    }

    ReplayRuntime(RiskMethod method, MenteeId mentee, ZoneId zone, Detection.Listener listener) {
        this.method = method;
        this.mentee = mentee;
        this.zone = zone;
        this.listener = listener;
        this.before = MenteeState.start(mentee, zone);
        this.run = MenteeRun.start(before);
    }

    /** The next frame of the archive. One that was taken before changes nothing. */
    public void take(ArchivedFrame frame) {
        latest = frame.receivedAt().isAfter(latest) ? frame.receivedAt() : latest;
        goOn(order.arrive(frame));
    }

    /** No frame was received any more until then. */
    public void letPass(Instant now) {
        while (order.size() > 0) {
            latest = latest.plus(SECOND);
            goOn(order.letPass(latest));
        }
        before = run.state();
        var progress = run.letPass(now);
        run = progress.next();
        Detection.tell(listener, mentee, progress.facts(), now);
    }

    /**
     * What was usual for the mentee at that hour when the minute was judged that the listener hears of now; empty where the
     * name is none of a feature with a personal baseline.
     */
    public OptionalDouble usual(String feature, Instant at) {
        int hour = at.atZone(zone).getHour();
        var baselines = before.learnt().baselines();
        return Arrays.stream(Feature.values())
                .filter(known -> known.name().equals(feature))
                .mapToDouble(known -> baselines.level(known, hour))
                .findFirst();
    }

    private void goOn(List<ArchivedFrame> frames) {
        for (var frame : frames) {
            before = run.state();
            var progress = run.take(frame, method);
            run = progress.next();
            Detection.tell(listener, mentee, progress.facts(), frame.receivedAt());
        }
    }
}
