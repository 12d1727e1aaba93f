package org.handrail.companion.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.analytics.MethodComparison;
import org.handrail.analytics.MethodDifference;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.EpisodeRates;
import org.handrail.devicesim.physiology.LatentDays;
import org.handrail.devicesim.physiology.Population;
import org.handrail.devicesim.physiology.Reporting;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.devicesim.recording.Recording;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** Lays two methods side by side on what there is: the archive of a house, recordings, or invented people. */
public final class Comparing {

    private static final MenteeId SOMEBODY = new MenteeId(new UUID(0, 1));
    private static final DeviceId DEVICE = new DeviceId("compared-wrist");
    private static final Duration SILENT_AT_LAST = Duration.ofHours(1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    /** A Monday, whose weeks have a change of clocks in them. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final EvidenceWeights first;
    private final EvidenceWeights second;
    private final DoubleConsumer progress;

    /** What was compared, and how far the two part on it. */
    public record Compared(String over, MethodDifference difference) {}

    /** @param progress hears the share that is done, 0 to 1 */
    public Comparing(EvidenceWeights first, EvidenceWeights second, DoubleConsumer progress) {
        this.first = first;
        this.second = second;
        this.progress = progress;
    }

    /** All who have worn a watch in that house. */
    public Compared on(StoredHouse house, Instant now) {
        return house.read(stored -> {
            var mentees = stored.archive().lastPositions().keySet().stream()
                    .sorted(Comparator.comparing(MenteeId::value))
                    .toList();
            var all = MethodDifference.NONE;
            for (int i = 0; i < mentees.size(); i++) {
                var mentee = mentees.get(i);
                var comparison = new MethodComparison(first, second, mentee, stored.zoneOf(mentee));
                stored.archive().readAfter(mentee, 0, comparison::take);
                all = all.plus(comparison.finish(now));
                progress.accept((i + 1.0) / mentees.size());
            }
            return new Compared("archive of " + counted(mentees.size(), "mentee"), all);
        });
    }

    /** Each recording for itself, from nothing known. */
    public Compared on(List<? extends Supplier<Recording>> recordings) {
        var all = MethodDifference.NONE;
        for (int i = 0; i < recordings.size(); i++) {
            var recording = recordings.get(i).get();
            // What is complete at the very end belongs to it.
            var span =
                    new TimeWindow(recording.start(), recording.window().end().plusSeconds(1));
            all = all.plus(
                    onFrames(recording.frames(DEVICE).frames(span, FrameCutter.LIVE), ZoneOffset.UTC, span.end()));
            progress.accept((i + 1.0) / recordings.size());
        }
        return new Compared(counted(recordings.size(), "recording"), all);
    }

    /** People of the simulator's population, with as many hard stretches as they usually have. */
    public Compared onInvented(int wearers, int weeks) {
        var all = MethodDifference.NONE;
        for (int number = 1; number <= wearers; number++) {
            var span = new TimeWindow(midnight(0), midnight(7 * weeks));
            var settings = new WearerSettings(
                    DEVICE, number, ZONE, Population.person(number), List.of(), List.of(), List.of(), Reporting.USUAL);
            var wearer = new Wearer(LatentDays.drawn(settings, FIRST, 7 * weeks + 2, EpisodeRates.USUAL));
            all = all.plus(onFrames(wearer.frames(span, FrameCutter.BACKLOG), ZONE, span.end()));
            progress.accept((double) number / wearers);
        }
        return new Compared(counted(weeks, "week") + " of " + counted(wearers, "invented wearer"), all);
    }

    private MethodDifference onFrames(Stream<SignalFrame> frames, ZoneId zone, Instant end) {
        var comparison = new MethodComparison(first, second, SOMEBODY, zone);
        long position = 0;
        for (var all = frames.iterator(); all.hasNext(); ) {
            var frame = all.next();
            comparison.take(new ArchivedFrame(++position, SOMEBODY, frame, FrameCutter.completeAt(frame)));
        }
        return comparison.finish(end.plus(SILENT_AT_LAST));
    }

    private static Instant midnight(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZONE).toInstant();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
