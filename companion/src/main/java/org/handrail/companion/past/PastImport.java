package org.handrail.companion.past;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.handrail.alerts.AlertsSettings;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.PastAnalysis;
import org.handrail.companion.house.House;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.recording.Recording;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.IngestSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Takes a mentee's own past out of an export into the archive, at its true times, oldest first. It comes as of a device of its
 * own, which is named after the mentee and the kind of export and never paired: so nobody waits for it to be heard again,
 * and the same export once more brings nothing new. It may be stopped anywhere and begun again. The lanes analyse it and
 * learn from it, unless they have gone past that time: then it is analysed by itself.
 */
public final class PastImport {

    private static final String PAST = "past-";
    private static final Duration SLICE = Duration.ofDays(1);
    private static final Duration READ_AT_ONCE = Duration.ofDays(28);

    private final House house;
    private final Clock clock;
    private final FrameArchive archive;
    private final AnalysisRecord analysis;

    public PastImport(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
        this.archive = house.room(FrameArchive.class);
        this.analysis = house.room(AnalysisRecord.class);
    }

    /** What an import would find; nothing is taken in. */
    public PastReport look(Person owner, Recording recording) {
        var past = past(owner.asMentee(), recording);
        slices(recording).forEach(slice -> past.sorting().pick(past.framesIn(slice)));
        return report(owner, recording, past, 0, Map.of(), true);
    }

    /**
     * @param isStopped asked now and then; what was taken in until then stays
     * @param progress hears the share that was handed in, 0 to 1
     * @throws IllegalStateException with one sentence where the house does not get on with it
     */
    public PastReport take(Person owner, Recording recording, BooleanSupplier isStopped, DoubleConsumer progress)
            throws InterruptedException {
        var past = past(owner.asMentee(), recording);
        var handing = new HandingIn(house, owner.asMentee(), isStopped);
        boolean isWhole = true;
        for (var slices = slices(recording).iterator(); isWhole && slices.hasNext(); ) {
            var slice = slices.next();
            isWhole = handing.take(past.sorting().pick(past.framesIn(slice)));
            progress.accept(
                    0.99 * millis(recording.start(), slice.end()) / millis(recording.start(), endOf(recording)));
        }
        handing.finish();
        if (isWhole && past.sorting().counts().byThemselves() > 0) {
            analyseByItself(owner.asMentee(), recording, past, handing);
        }
        progress.accept(1);
        return report(owner, recording, past, handing.stored(), handing.refused(), isWhole);
    }

    /** Where the lanes have gone past that time. */
    private void analyseByItself(MenteeId mentee, Recording recording, Past past, HandingIn handing) {
        Iterable<SignalFrame> frames = () -> slices(recording)
                .flatMap(slice -> past.framesIn(slice).stream())
                .filter(frame -> past.span().isPast(frame) && past.span().isBeforeAnalysed(frame))
                .filter(frame -> !handing.isRefused(frame))
                .iterator();
        house.room(PastAnalysis.class).analyse(mentee, recording.window(), frames);
    }

    /** One export of one mentee, on its way in. */
    private record Past(DeviceId device, FrameSource source, PastSpan span, Sorting sorting) {
        private List<SignalFrame> framesIn(TimeWindow slice) {
            return source.frames(slice, FrameCutter.BACKLOG).toList();
        }
    }

    private Past past(MenteeId mentee, Recording recording) {
        var device = deviceOf(mentee, recording.provenance().source());
        var now = clock.instant();
        var analysed = analysedMinutes(mentee, recording.start(), now);
        var span = PastSpan.at(
                now,
                house.room(AlertsSettings.class).freshness(),
                analysed.until(),
                house.room(IngestSettings.class).retention().frames());
        return new Past(device, recording.frames(device), span, new Sorting(span, storedCounters(device), analysed));
    }

    private PastReport report(
            Person owner,
            Recording recording,
            Past past,
            long stored,
            Map<RefusalReason, Long> refused,
            boolean isWhole) {
        return new PastReport(
                past.span(),
                past.sorting().counts(),
                stored,
                refused,
                isWhole,
                analysed(owner.asMentee(), owner.zone(), recording.window()));
    }

    private static Stream<TimeWindow> slices(Recording recording) {
        return windows(recording.start(), endOf(recording), SLICE);
    }

    /** What is complete at the very end belongs to it. */
    private static Instant endOf(Recording recording) {
        return recording.window().end().plusSeconds(1);
    }

    private static Stream<TimeWindow> windows(Instant start, Instant end, Duration size) {
        return Stream.iterate(start, from -> from.isBefore(end), from -> from.plus(size))
                .map(from -> new TimeWindow(from, end.isBefore(from.plus(size)) ? end : from.plus(size)));
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    /** Whether frames of that device came as a past. */
    public static boolean isPast(DeviceId device) {
        return device.value().startsWith(PAST);
    }

    /** Says nothing about a person: the mentee's id is drawn at random. */
    static DeviceId deviceOf(MenteeId mentee, String source) {
        var name = UUID.nameUUIDFromBytes((mentee.value() + " " + source).getBytes(StandardCharsets.UTF_8));
        return new DeviceId(PAST + name.toString().replace("-", ""));
    }

    private long[] storedCounters(DeviceId device) {
        var counters = LongStream.builder();
        archive.counters(device, counters::add);
        return counters.build().toArray();
    }

    private AnalysedMinutes analysedMinutes(MenteeId mentee, Instant since, Instant now) {
        var minutes = new AnalysedMinutes(since);
        windows(since, now, READ_AT_ONCE)
                .forEach(window -> analysis.minutesOf(mentee, window).forEach(minute -> minutes.add(minute.start())));
        return minutes;
    }

    private PastReport.Analysed analysed(MenteeId mentee, ZoneId zone, TimeWindow window) {
        long minutes = 0;
        long known = 0;
        for (var part : windows(window.start(), window.end(), READ_AT_ONCE).toList()) {
            var recorded = analysis.minutesOf(mentee, part);
            minutes += recorded.size();
            known +=
                    recorded.stream().filter(minute -> minute.state().isKnown()).count();
        }
        var nights = analysis.nightsOf(
                mentee, LocalDate.ofInstant(window.start(), zone), LocalDate.ofInstant(window.end(), zone));
        return new PastReport.Analysed(minutes, known, nights.size());
    }
}
