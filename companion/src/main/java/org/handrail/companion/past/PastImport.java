package org.handrail.companion.past;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import org.handrail.alerts.AlertsSettings;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.companion.house.House;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.recording.Recording;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.IngestSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/**
 * Takes a mentee's own past out of an export into the archive, at its true times, oldest first. It comes as of a device of its
 * own, which is named after the mentee and the kind of export and never paired: so nobody waits for it to be heard again,
 * and the same export once more brings nothing new. It may be stopped anywhere and begun again.
 */
public final class PastImport {

    private static final Duration SLICE = Duration.ofDays(1);
    private static final Duration LOOKED_BACK_AT_ONCE = Duration.ofDays(28);

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
    public PastReport look(Person owner, Recording recording) throws InterruptedException {
        return walk(owner, recording, new NobodyTakes(), share -> {});
    }

    /**
     * @param isStopped asked now and then; what was taken in until then stays
     * @param progress hears the share that was handed in, 0 to 1
     * @throws IllegalStateException with one sentence where the house does not get on with it
     */
    public PastReport take(Person owner, Recording recording, BooleanSupplier isStopped, DoubleConsumer progress)
            throws InterruptedException {
        return walk(owner, recording, new HandingIn(house, owner.asMentee(), isStopped), progress);
    }

    private PastReport walk(Person owner, Recording recording, PastTaker taker, DoubleConsumer progress)
            throws InterruptedException {
        var device = deviceOf(owner.asMentee(), recording.provenance().source());
        var span = span(owner.asMentee(), recording);
        var sorting = new Sorting(span, storedCounters(device));
        long before = archive.count(device);
        var source = recording.frames(device);
        var end = recording.window().end().plusSeconds(1);
        boolean isWhole = true;
        for (var from = recording.start(); isWhole && from.isBefore(end); from = from.plus(SLICE)) {
            var slice = new TimeWindow(from, end.isBefore(from.plus(SLICE)) ? end : from.plus(SLICE));
            isWhole = taker.take(
                    sorting.pick(source.frames(slice, FrameCutter.BACKLOG).toList()));
            progress.accept(0.99
                    * Duration.between(recording.start(), slice.end()).toMillis()
                    / Duration.between(recording.start(), end).toMillis());
        }
        taker.finish();
        progress.accept(1);
        return new PastReport(
                span,
                sorting.counts(),
                archive.count(device) - before,
                taker.refused(),
                isWhole,
                analysed(owner.asMentee(), owner.zone(), recording.window()));
    }

    /** Says nothing about a person: the mentee's id is drawn at random. */
    static DeviceId deviceOf(MenteeId mentee, String source) {
        var name = UUID.nameUUIDFromBytes((mentee.value() + " " + source).getBytes(StandardCharsets.UTF_8));
        return new DeviceId("past-" + name.toString().replace("-", ""));
    }

    private PastSpan span(MenteeId mentee, Recording recording) {
        var now = clock.instant();
        return PastSpan.at(
                now,
                house.room(AlertsSettings.class).freshness(),
                analysedUntil(mentee, recording.start(), now),
                house.room(IngestSettings.class).retention().frames());
    }

    private long[] storedCounters(DeviceId device) {
        var counters = LongStream.builder();
        archive.counters(device, counters::add);
        return counters.build().toArray();
    }

    /** The end of the last analysed minute since then; then itself where there is none. */
    private Instant analysedUntil(MenteeId mentee, Instant since, Instant now) {
        for (var end = now; end.isAfter(since); end = end.minus(LOOKED_BACK_AT_ONCE)) {
            var minutes = analysis.minutesOf(mentee, backFrom(end, since));
            if (!minutes.isEmpty()) {
                return minutes.get(minutes.size() - 1).start().plusSeconds(60);
            }
        }
        return since;
    }

    private PastReport.Analysed analysed(MenteeId mentee, ZoneId zone, TimeWindow window) {
        long minutes = 0;
        for (var end = window.end(); end.isAfter(window.start()); end = end.minus(LOOKED_BACK_AT_ONCE)) {
            minutes += analysis.minutesOf(mentee, backFrom(end, window.start())).stream()
                    .filter(minute -> minute.state().isKnown())
                    .count();
        }
        var nights = analysis.nightsOf(
                mentee, LocalDate.ofInstant(window.start(), zone), LocalDate.ofInstant(window.end(), zone));
        return new PastReport.Analysed(minutes, nights.size());
    }

    private static TimeWindow backFrom(Instant end, Instant since) {
        var start = end.minus(LOOKED_BACK_AT_ONCE);
        return new TimeWindow(start.isBefore(since) ? since : start, end);
    }
}
