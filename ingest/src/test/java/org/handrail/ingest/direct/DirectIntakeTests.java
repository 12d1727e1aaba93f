package org.handrail.ingest.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.ArchiveSettings;
import org.handrail.ingest.DirectFrames.NotNow;
import org.handrail.ingest.DirectFrames.Taken;
import org.handrail.ingest.Given;
import org.handrail.ingest.RateSettings;
import org.handrail.ingest.TestDatabase;
import org.handrail.ingest.admission.Admission;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.archive.ArchiveWriters;
import org.handrail.ingest.archive.Incoming;
import org.handrail.ingest.archive.Intake;
import org.handrail.ingest.archive.JdbcFrameArchive;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DirectIntakeTests {

    private static final int BROKERS_WINDOW = 50;
    private static final AdmissionSettings ADMISSION =
            new AdmissionSettings(Duration.ofDays(60), Duration.ofMinutes(2));
    private static final RateSettings RATE = new RateSettings(200, 20_000, Duration.ofMinutes(1), 1_000_000);
    private static final ArchiveSettings SETTINGS = new ArchiveSettings(
            100, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMillis(50));

    private final DataSource dataSource = TestDatabase.shared();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(Given.CLOCK, meters);
    private final Intake intake = new Intake(BROKERS_WINDOW, DirectIntake.MOST_UNDER_WAY, meters);
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device = Given.device();
    private final DirectIntake direct = new DirectIntake(
            new Admission(
                    ADMISSION,
                    asked -> asked.equals(device) ? Optional.of(mentee) : Optional.empty(),
                    asked -> asked.equals(mentee)),
            RATE,
            refusals,
            intake,
            Given.CLOCK,
            meters);
    private final ArchiveWriters writers =
            new ArchiveWriters(dataSource, intake, frames -> {}, refusals, ADMISSION, SETTINGS, meters);

    @AfterEach
    void stop() throws InterruptedException {
        writers.drainAndStop();
    }

    @Test
    void saysStoredOnceEachFrameIsInTheArchiveAndNoSooner() throws Exception {
        var offered = taken(frames(1, 300));
        assertThat(offered.stored()).isNotDone();

        writers.start();
        offered.stored().get(10, TimeUnit.SECONDS);

        assertThat(archived()).hasSize(300);
        assertThat(offered.refused()).isEmpty();
    }

    @Test
    void whatIsKnownAlreadyIsAsGoodAsStored() throws Exception {
        writers.start();

        taken(frames(1, 3)).stored().get(10, TimeUnit.SECONDS);
        taken(frames(1, 4)).stored().get(10, TimeUnit.SECONDS);

        assertThat(archived()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatMayNotEnterIsToldByItsPlaceAndCountedAndTheRestIsStored() throws Exception {
        writers.start();
        var offered = taken(List.of(
                Given.heartRate(device, 1, 60 * 24 * 61),
                Given.heartRate(device, 2, 5),
                Given.heartRate(device, 3, -10),
                Given.heartRate(Given.device(), 4, 5)));
        offered.stored().get(10, TimeUnit.SECONDS);

        assertThat(archived()).containsExactly(2L);
        assertThat(offered.refused())
                .isEqualTo(Map.of(
                        0, RefusalReason.TOO_OLD,
                        2, RefusalReason.FROM_THE_FUTURE,
                        3, RefusalReason.NOT_PAIRED));
        assertThat(counted(RefusalReason.TOO_OLD)).isEqualTo(1);
        assertThat(counted(RefusalReason.FROM_THE_FUTURE)).isEqualTo(1);
    }

    @Test
    void aPastMayBeOldAndOfNoPairedDeviceButNotOfTheFutureNorWithoutConsent() throws Exception {
        writers.start();
        var notPaired = Given.device();
        var frames = List.of(Given.heartRate(notPaired, 1, 60 * 24 * 800), Given.heartRate(notPaired, 2, -10));

        var offered = (Taken) direct.offerPast(mentee, frames);
        offered.stored().get(10, TimeUnit.SECONDS);
        var again = (Taken) direct.offerPast(mentee, frames.subList(0, 1));
        again.stored().get(10, TimeUnit.SECONDS);
        var ofAnother = (Taken) direct.offerPast(Given.mentee(), List.of(Given.heartRate(notPaired, 3, 5)));

        assertThat(offered.refused()).isEqualTo(Map.of(1, RefusalReason.FROM_THE_FUTURE));
        assertThat(again.refused()).isEmpty();
        assertThat(new JdbcFrameArchive(dataSource).count(notPaired)).isEqualTo(1);
        assertThat(ofAnother.refused()).isEqualTo(Map.of(0, RefusalReason.NO_CONSENT));
        assertThat(counted(RefusalReason.NO_CONSENT)).isEqualTo(1);
    }

    private double counted(RefusalReason reason) {
        return meters.counter("handrail.ingest.refused", "reason", reason.name())
                .count();
    }

    @Test
    void nothingToStoreIsStoredAtOnce() {
        assertThat(taken(List.of(Given.heartRate(Given.device(), 1, 5))).stored())
                .isCompleted();
    }

    @Test
    void whatIsUnderWayNeverTakesTheRoomThatTheBrokerWasPromised() {
        for (int counter = 1; counter <= DirectIntake.MOST_UNDER_WAY; counter += 1_000) {
            taken(frames(counter, counter + 999));
        }

        assertThat(direct.offer(frames(9_001, 9_001))).isInstanceOf(NotNow.class);
        assertThat(intake.hasRoomFor(BROKERS_WINDOW)).isTrue();
        for (int counter = 0; counter < 2 * BROKERS_WINDOW; counter++) {
            assertThat(intake.offer(
                            new Incoming(mentee, Given.heartRate(device, 5_000 + counter, 5), Given.NOW, () -> {})))
                    .isTrue();
        }
        assertThat(intake.hasRoomFor(BROKERS_WINDOW)).isFalse();
    }

    @Test
    void whereTheBrokerTookTheirRoomAgainstItsPromiseStoredIsNeverSaid() {
        var full = new Intake(1, meters);
        var crowded = new DirectIntake(
                new Admission(ADMISSION, asked -> Optional.of(mentee), asked -> true),
                RATE,
                refusals,
                full,
                Given.CLOCK,
                meters);

        for (int again = 0; again < DirectIntake.MOST_UNDER_WAY; again++) {
            assertThat(crowded.offer(frames(1, 3)))
                    .isInstanceOfSatisfying(
                            Taken.class, taken -> assertThat(taken.stored()).isCompletedExceptionally());
        }
    }

    @Test
    void aDeviceThatSendsMoreThanItCanHaveMeasuredIsRefusedWhatIsTooMuch() {
        var strict = new DirectIntake(
                new Admission(ADMISSION, asked -> Optional.of(mentee), asked -> true),
                new RateSettings(1, 2, Duration.ofMinutes(1), 1),
                refusals,
                intake,
                Given.CLOCK,
                meters);

        assertThat(strict.offer(frames(1, 5)))
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.refused())
                                .isEqualTo(Map.of(3, RefusalReason.TOO_MANY, 4, RefusalReason.TOO_MANY)));
    }

    @Test
    void thereIsRoomAgainOnceItIsStored() {
        taken(frames(1, DirectIntake.MOST_UNDER_WAY));
        writers.start();

        await().until(() -> direct.offer(frames(9_001, 9_001)) instanceof Taken);
    }

    @Test
    void whereConsentCannotBeLookedUpNothingIsTakenAndNothingCounted() {
        var blind = new DirectIntake(
                new Admission(ADMISSION, asked -> Optional.of(mentee), asked -> {
                    throw new IllegalStateException("the database is away");
                }),
                RATE,
                refusals,
                intake,
                Given.CLOCK,
                meters);

        assertThat(blind.offer(frames(1, 3))).isInstanceOf(NotNow.class);
        assertThat(intake.size()).isZero();
        assertThat(refusals.countsOf(device, Map::of)).isEmpty();
    }

    private Taken taken(List<SignalFrame> frames) {
        var offered = direct.offer(frames);
        assertThat(offered).isInstanceOf(Taken.class);
        return (Taken) offered;
    }

    private List<SignalFrame> frames(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(counter -> Given.heartRate(device, counter, 5))
                .toList();
    }

    private List<Long> archived() {
        var counters = new ArrayList<Long>();
        new JdbcFrameArchive(dataSource)
                .readAfter(mentee, 0, frame -> counters.add(frame.frame().id().counter()));
        return counters;
    }
}
