package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.signals.Answer;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameContent;
import org.handrail.signals.IntList;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised of the archive, whatever the database makes its tables of. */
abstract class FrameArchiveKit {

    private final DataSource dataSource;
    private final FrameTable table;
    private final JdbcFrameArchive archive;
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device = Given.device();

    FrameArchiveKit(DataSource dataSource) {
        this.dataSource = dataSource;
        this.table = new FrameTable(dataSource, Duration.ofDays(124));
        this.archive = new JdbcFrameArchive(dataSource);
    }

    @Test
    void givesBackEveryStreamBitForBit() throws SQLException {
        var start = Given.NOW.minus(Duration.ofMinutes(5));
        var frames = List.of(
                frame(1, StreamKind.BEATS, start, Beats.of(812, 799, -3_600_000, 1, -1, Beats.MAX_ENTRY_MS)),
                frame(2, StreamKind.HEART_RATE, start, new Series(Duration.ofNanos(31_250_000), 0.1, IntList.of(0))),
                frame(3, StreamKind.SKIN_CONDUCTANCE, start, series(Double.MIN_VALUE, Series.MISSING, Series.MISSING)),
                frame(4, StreamKind.SKIN_TEMPERATURE, start, series(Double.MAX_VALUE, -1, 0, 1)),
                frame(5, StreamKind.MOTION, start, series(1.0 / 3, Integer.MAX_VALUE, -Integer.MAX_VALUE)),
                frame(
                        6,
                        StreamKind.STEPS,
                        start,
                        series(1, IntStream.range(0, Series.MAX_SAMPLES).toArray())),
                frame(
                        7,
                        StreamKind.SLEEP,
                        start,
                        new Sleep(List.of(
                                new Sleep.Phase(Sleep.Stage.LIGHT, Duration.ofMinutes(50)),
                                new Sleep.Phase(Sleep.Stage.REM, Duration.ofSeconds(1))))),
                frame(
                        Long.MIN_VALUE,
                        StreamKind.SLEEP,
                        start,
                        new Sleep(List.of(new Sleep.Phase(Sleep.Stage.ASLEEP, Duration.ofHours(8))))),
                frame(-7, StreamKind.BEATS, start, Beats.of(812)),
                frame(8, StreamKind.SELF_REPORT, start, new SelfReport(SelfReport.Subject.CRAVING, 7)),
                frame(9, StreamKind.ANSWER, start, new Answer(Optional.of(UUID.randomUUID()), Answer.Choice.ROUGH)),
                frame(10, StreamKind.ANSWER, start, new Answer(Optional.empty(), Answer.Choice.REACH_OUT)),
                frame(
                        Long.MAX_VALUE,
                        StreamKind.DEVICE_STATUS,
                        start,
                        new DeviceStatus(
                                3, DeviceStatus.Contact.NOT_WORN, "2.1-ü", Optional.of(ZoneId.of("Asia/Kathmandu")))));

        var written = write(frames.toArray(SignalFrame[]::new));

        assertThat(written.fresh()).extracting(ArchivedFrame::frame).containsExactlyElementsOf(frames);
        assertThat(readAfter(0)).isEqualTo(written.fresh());
        assertThat(archive.count(device)).isEqualTo(13);
    }

    @Test
    void storesAFrameOnceHoweverOftenABatchHoldsIt() throws SQLException {
        var frame = Given.heartRate(device, 1, 5);

        var written = write(frame, Given.heartRate(device, 2, 4), frame, frame);

        assertThat(written.fresh()).hasSize(2);
        assertThat(written.duplicates()).isEqualTo(2);
    }

    @Test
    void storesAFrameOnceAcrossBatchesAndGivesItNoSecondPosition() throws SQLException {
        write(Given.heartRate(device, 1, 5), Given.heartRate(device, 2, 4));
        var before = readAfter(0);

        var again = write(Given.heartRate(device, 2, 4), Given.heartRate(device, 1, 5), Given.heartRate(device, 3, 3));

        assertThat(again.fresh())
                .extracting(fresh -> fresh.frame().id().counter())
                .containsExactly(3L);
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(readAfter(0))
                .startsWith(before.toArray(ArchivedFrame[]::new))
                .hasSize(3);
    }

    @Test
    void aCounterThatComesAgainWithAnotherTimeIsToldFromAFrameThatComesAgain() throws SQLException {
        write(Given.heartRate(device, 1, 5));

        var sameMonth = write(Given.heartRate(device, 1, 65));
        var otherMonth = write(Given.heartRate(device, 1, 60 * 24 * 50));
        var withinOneBatch = write(Given.heartRate(device, 2, 4), Given.heartRate(device, 2, 60 * 24 * 50));

        assertThat(sameMonth.fresh()).isEmpty();
        assertThat(otherMonth.fresh()).isEmpty();
        assertThat(withinOneBatch.fresh()).hasSize(1);
        assertThat(List.of(sameMonth, otherMonth, withinOneBatch))
                .allSatisfy(written -> assertThat(written.reused()).containsExactly(device))
                .allSatisfy(written -> assertThat(written.duplicates()).isZero());
        assertThat(archive.count(device)).isEqualTo(2);
    }

    @Test
    void bothAreToldApartWhereOneBatchHoldsThem() throws SQLException {
        write(Given.heartRate(device, 1, 5), Given.heartRate(device, 2, 4));

        var mixed = write(
                Given.heartRate(device, 1, 5),
                Given.heartRate(device, 1, 3),
                Given.heartRate(device, 2, 4),
                Given.heartRate(device, 3, 2));

        assertThat(mixed.fresh())
                .extracting(fresh -> fresh.frame().id().counter())
                .containsExactly(3L);
        assertThat(mixed.duplicates()).isEqualTo(2);
        assertThat(mixed.reused()).containsExactly(device);
    }

    @Test
    void anotherDataPointUnderTheSameIdIsADuplicateForItHasNoCounter() throws SQLException {
        write(Given.heartRate(device, -7, 5));

        var again = write(Given.heartRate(device, -7, 3));

        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.reused()).isEmpty();
    }

    @Test
    void positionsGrowInTheOrderOfArrivalAndNotOfSampling() throws SQLException {
        write(Given.heartRate(device, 9, 1), Given.heartRate(device, 3, 7), Given.heartRate(device, 5, 5));
        write(Given.heartRate(device, 1, 9));

        var all = readAfter(0);

        assertThat(all).extracting(frame -> frame.frame().id().counter()).containsExactly(9L, 3L, 5L, 1L);
        assertThat(readAfter(all.get(1).position())).isEqualTo(all.subList(2, 4));
        assertThat(readAfter(all.get(3).position())).isEmpty();
    }

    @Test
    void knowsTheLastPositionOfEachMenteeWhoEverHadADevice() throws SQLException {
        var pairings = new JdbcPairings(dataSource, Given.CLOCK);
        var former = pairings.pair(mentee).device();
        var withoutFrames = Given.mentee();
        pairings.pair(withoutFrames);
        write(Given.heartRate(former, 1, 60 * 24 * 40));
        write(Given.heartRate(former, 2, 5));
        pairings.unpair(former, new PairingEnd(PairingEnd.Reason.UNPAIRED, Optional.empty()));

        assertThat(archive.lastPositions())
                .containsEntry(mentee, readAfter(0).get(1).position())
                .doesNotContainKey(withoutFrames);
    }

    @Test
    void findsTheFramesOfOneStreamThatReachIntoAWindow() throws SQLException {
        var noon = Instant.parse("2026-11-01T00:00:00Z");
        write(
                minuteAt(1, noon.minusSeconds(60)),
                minuteAt(2, noon.minusSeconds(59)),
                minuteAt(3, noon.plusSeconds(1)),
                minuteAt(4, noon.plusSeconds(120)),
                frame(5, StreamKind.SELF_REPORT, noon, new SelfReport(SelfReport.Subject.MOOD, 5)));
        var window = new TimeWindow(noon, noon.plusSeconds(120));

        assertThat(read(StreamKind.HEART_RATE, window)).containsExactly(2L, 3L);
        assertThat(read(StreamKind.SELF_REPORT, window)).containsExactly(5L);
        assertThat(read(StreamKind.BEATS, window)).isEmpty();
    }

    @Test
    void summarisesTheSamplesThatArePresentInTicks() throws SQLException {
        write(
                frame(1, StreamKind.MOTION, Given.NOW.minusSeconds(60), series(0.01, 5, Series.MISSING, -3, 9)),
                frame(2, StreamKind.BEATS, Given.NOW.minusSeconds(60), Beats.of(800, -500, 900)),
                frame(3, StreamKind.MOTION, Given.NOW.minusSeconds(60), series(0.01, Series.MISSING)));

        var summaries = new JdbcTemplate(dataSource)
                .query(
                        "SELECT n, min, max, sum FROM ingest.frame WHERE device = ? ORDER BY counter",
                        (row, number) -> IntStream.rangeClosed(1, 4)
                                .mapToObj(i -> {
                                    try {
                                        return row.getLong(i);
                                    } catch (SQLException fault) {
                                        throw new IllegalStateException(fault);
                                    }
                                })
                                .toList(),
                        device.value());

        assertThat(summaries)
                .containsExactly(List.of(3L, -3L, 9L, 11L), List.of(2L, 800L, 900L, 1_700L), List.of(0L, 0L, 0L, 0L));
    }

    @Test
    void anotherMenteesFramesAreNotRead() throws SQLException {
        write(Given.heartRate(device, 1, 5));
        var stranger = new ArrayList<ArchivedFrame>();

        archive.readAfter(Given.mentee(), 0, stranger::add);

        assertThat(stranger).isEmpty();
    }

    @Test
    void aConsumerMayWriteWhileItReads() throws SQLException {
        write(Given.heartRate(device, 1, 5), Given.heartRate(device, 2, 4));
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("CREATE TABLE IF NOT EXISTS seen (counter bigint)");

        archive.readAfter(
                mentee,
                0,
                frame -> jdbc.update(
                        "INSERT INTO seen VALUES (?)", frame.frame().id().counter()));

        assertThat(jdbc.queryForObject("SELECT count(*) FROM seen", Long.class)).isEqualTo(2);
    }

    private FrameTable.Written write(SignalFrame... frames) throws SQLException {
        var batch = Arrays.stream(frames)
                .map(frame -> new Incoming(mentee, frame, Given.NOW, () -> {}))
                .toList();
        return table.write(Intake.writerOf(mentee), batch, new HashMap<>());
    }

    private List<ArchivedFrame> readAfter(long position) {
        var frames = new ArrayList<ArchivedFrame>();
        archive.readAfter(mentee, position, frames::add);
        return frames;
    }

    private List<Long> read(StreamKind stream, TimeWindow window) {
        var counters = new ArrayList<Long>();
        archive.read(
                mentee, stream, window, frame -> counters.add(frame.frame().id().counter()));
        return counters;
    }

    private SignalFrame frame(long counter, StreamKind stream, Instant at, FrameContent content) {
        return Given.frame(device, counter, stream, at, content);
    }

    private SignalFrame minuteAt(long counter, Instant start) {
        return frame(
                counter, StreamKind.HEART_RATE, start, Series.of(Duration.ofSeconds(10), 1, 70, 70, 70, 70, 70, 70));
    }

    private static Series series(double resolution, int... ticks) {
        return new Series(Duration.ofSeconds(1), resolution, IntList.of(ticks));
    }
}
