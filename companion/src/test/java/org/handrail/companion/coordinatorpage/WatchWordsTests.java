package org.handrail.companion.coordinatorpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.WatchClock;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;
import org.junit.jupiter.api.Test;

class WatchWordsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T20:15:00Z");
    private static final PlainTimes TIMES = new PlainTimes(ZoneOffset.UTC, NOW);
    private static final DeviceCondition WELL = condition(Map.of(), Optional.empty(), Optional.empty());

    @Test
    void aWatchThatIsWellIsNobodysConcern() {
        assertThat(Concerns.of(watch(WELL), TIMES)).isEmpty();
    }

    @Test
    void aWatchThatWasNeverHeardFromIs() {
        var never = new DeviceOverview(
                new DeviceId("w-1-2"), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, WELL, Map.of());

        assertThat(Concerns.of(never, TIMES)).contains("never heard from");
    }

    @Test
    void oneSilentStreamIsNamedAndManyAreAWatchThatIsSilent() {
        var skin = Map.of(StreamKind.SKIN_CONDUCTANCE, at(45));
        var all = Map.of(StreamKind.SKIN_CONDUCTANCE, at(45), StreamKind.BEATS, at(30), StreamKind.MOTION, at(31));

        assertThat(Concerns.of(watch(condition(skin, Optional.empty(), Optional.empty())), TIMES))
                .contains("no skin conductance since 19:30");
        assertThat(Concerns.of(watch(condition(all, Optional.empty(), Optional.empty())), TIMES))
                .contains("silent since 19:45");
    }

    @Test
    void lowBatteryAndBareWristAreToldWithTheirBegin() {
        var both = condition(Map.of(), Optional.of(at(60)), Optional.of(at(10)));

        assertThat(Concerns.of(watch(both), TIMES))
                .contains("battery 12 %, low since 19:15; not on a wrist since 20:05");
    }

    @Test
    void everyWatchTellsItsLineItsClockWhatIsMissingAndWhatWasNotTaken() {
        var condition = new DeviceCondition(
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DeviceCondition.Connected(WatchConnection.OFFLINE, at(5))),
                Optional.of(3L),
                Optional.of(new WatchClock(Duration.ofSeconds(95), OptionalDouble.empty())));

        var row = WatchRows.row("Robin", watch(condition), TIMES);

        assertThat(row.what()).isEqualTo("heard 2 minutes ago; battery 12 %; not connected since 20:10");
        assertThat(row.notes())
                .containsExactly(
                        "3 messages missing so far of those that it counted",
                        "its clock is 95 seconds fast",
                        "2 messages not taken: could not be read");
    }

    @Test
    void aWatchThatSentNothingButBacklogSoFarIsNotCalledSlow() {
        assertThat(notesOf(-4_000, OptionalDouble.empty())).isEmpty();
        assertThat(notesOf(-60, OptionalDouble.of(3))).isEmpty();
        assertThat(notesOf(-400, OptionalDouble.of(3)))
                .containsExactly("its clock is 6 minutes slow, or it sends late");
    }

    private static List<String> notesOf(long secondsAhead, OptionalDouble drift) {
        var clock = new WatchClock(Duration.ofSeconds(secondsAhead), drift);
        var condition = new DeviceCondition(
                Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(clock));
        return WatchRows.row("Robin", watch(condition), TIMES).notes().stream()
                .filter(note -> note.startsWith("its clock"))
                .toList();
    }

    private static DeviceCondition condition(
            Map<StreamKind, Instant> silent, Optional<Instant> lowSince, Optional<Instant> offSince) {
        return new DeviceCondition(silent, lowSince, offSince, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static DeviceOverview watch(DeviceCondition condition) {
        return new DeviceOverview(
                new DeviceId("w-1-2"),
                Optional.of(at(2)),
                Optional.of(at(2)),
                Optional.of(new DeviceStatus(12, Contact.WORN, "1.4.0")),
                10,
                0,
                condition,
                Map.of(RefusalReason.MALFORMED, 2L));
    }

    private static Instant at(int minutesAgo) {
        return NOW.minus(Duration.ofMinutes(minutesAgo));
    }
}
