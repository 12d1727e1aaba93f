package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.Test;

/** Keeps nothing, so what it is stopped in is begun again from the archive's first frame. */
class ReplayRuntimeTests extends RiskRuntimeCompatibilityKit {

    private static final MenteeId MENTEE = new MenteeId(new UUID(0, 7));

    @Override
    protected Map<MenteeId, Outcome> run(List<ArchivedFrame> arrivals, Set<Integer> restarts, Instant until) {
        restarts.forEach(stop -> replay(arrivals.subList(0, stop), until));
        return replay(arrivals, until);
    }

    private static Map<MenteeId, Outcome> replay(List<ArchivedFrame> arrivals, Instant until) {
        var heard = new HashMap<MenteeId, Heard>();
        var runtimes = new HashMap<MenteeId, ReplayRuntime>();
        for (var frame : arrivals) {
            runtimes.computeIfAbsent(
                            frame.mentee(),
                            mentee -> new ReplayRuntime(
                                    mentee, ZONE, heard.computeIfAbsent(mentee, someone -> new Heard())))
                    .take(frame);
        }
        runtimes.values().forEach(runtime -> runtime.letPass(until));
        var found = new HashMap<MenteeId, Outcome>();
        heard.forEach((mentee, all) -> found.put(mentee, all.outcome()));
        return found;
    }

    @Test
    void aBacklogWhoseFramesOvertookEachOtherIsPutInOrder() {
        var inOrder = new InventedEvening(18).minutes(120, 40, 70);
        var flushedAt = InventedEvening.START.plus(Duration.ofHours(6));
        var random = new SplittableRandom(18);
        var arrivals = new HashMap<SignalFrame, Integer>();
        for (int i = 0; i < inOrder.size(); i++) {
            arrivals.put(inOrder.get(i), i + random.nextInt(300));
        }
        var overtaken =
                inOrder.stream().sorted(Comparator.comparingInt(arrivals::get)).toList();

        assertThat(replay(flushed(overtaken, flushedAt), flushedAt))
                .isEqualTo(replay(flushed(inOrder, flushedAt), flushedAt))
                .hasEntrySatisfying(MENTEE, found -> assertThat(found.minutes()).hasSize(119));
    }

    @Test
    void whatWasUsualIsToldInTheFeaturesOwnUnitAndOfWhatHasABaselineOnly() {
        var usual = new ArrayList<Double>();
        var asked = new ArrayList<ReplayRuntime>();
        var runtime = new ReplayRuntime(MENTEE, ZONE, new Detection.Listener() {
            @Override
            public void opened(RiskWindowOpened window) {
                var now = asked.get(0);
                usual.add(now.usual("HEART_RATE", window.start()).orElseThrow());
                assertThat(now.usual("PERSON", window.start())).isEmpty();
            }
        });
        asked.add(runtime);
        var evening = new InventedEvening(11).minutes(120, 40, 70);
        flushed(evening, InventedEvening.START.plus(Duration.ofHours(6))).forEach(runtime::take);
        runtime.letPass(InventedEvening.START.plus(Duration.ofHours(7)));

        assertThat(usual).hasSize(1).first().satisfies(rate -> assertThat(rate).isBetween(69.0, 74.0));
    }

    private static List<ArchivedFrame> flushed(List<SignalFrame> frames, Instant at) {
        var archive = new ArrayList<ArchivedFrame>();
        for (var frame : frames) {
            archive.add(new ArchivedFrame(archive.size() + 1, MENTEE, frame, at.plusMillis(archive.size())));
        }
        return archive;
    }
}
