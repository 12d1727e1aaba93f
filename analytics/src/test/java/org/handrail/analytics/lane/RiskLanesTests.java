package org.handrail.analytics.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.signals.Answer;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lanes on a real PostgreSQL. Each test has a mentee of its own; the archive is a list. */
class RiskLanesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final List<ArchivedFrame> archive = new CopyOnWriteArrayList<>();
    private final List<Object> published = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/analytics")
                .defaultSchema("analytics")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @Test
    void lanesFindWhatAPlainReplayFinds() {
        archive(new InventedEvening(11).minutes(120, 40, 70));
        var lanes = lanes(this::publish);
        lanes.start();
        lanes.accept(archive);
        untilSaved();
        lanes.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(windows()).hasSize(1).first().satisfies(window -> {
            assertThat(window.ending()).isPresent();
            assertThat(window.why().sentence()).contains("while sitting still");
        });
        assertThat(published).filteredOn(RiskWindowOpened.class::isInstance).hasSize(1);
    }

    @Test
    void framesThatNeverReachedALaneAreFoundInTheArchiveAtTheStart() {
        archive(new InventedEvening(12).minutes(120, 40, 70));
        var lanes = lanes(this::publish);
        lanes.start();
        untilSaved();
        lanes.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
    }

    @Test
    void aRestartAtAnyTimeChangesNothing() {
        archive(new InventedEvening(13).minutes(120, 40, 70));
        for (int from = 0; from < archive.size(); from += 611) {
            var lanes = lanes(this::publish);
            lanes.start();
            lanes.accept(archive.subList(Math.max(0, from - 300), Math.min(archive.size(), from + 611)));
            lanes.stop();
        }
        var last = lanes(this::publish);
        last.start();
        untilSaved();
        last.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(windows()).hasSize(1);
        assertThat(published).filteredOn(RiskWindowOpened.class::isInstance).hasSize(1);
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
        for (int i = 0; i < overtaken.size(); i++) {
            archive.add(new ArchivedFrame(i + 1, mentee, overtaken.get(i), flushedAt.plusMillis(i)));
        }
        var lanes = lanes(this::publish);
        lanes.start();
        for (int from = 0; from < archive.size(); from += 500) {
            lanes.accept(archive.subList(from, Math.min(archive.size(), from + 500)));
        }
        await().until(() -> lanes.undone() == 0);
        lanes.stop();
        var found = minutesSaved();

        archive.clear();
        archive(inOrder);
        assertThat(found).isEqualTo(minutesOfAPlainReplay());
    }

    /** What is held back goes on by time alone: no frame is under way then that would count. */
    @Test
    void aBacklogCountsAsUndoneUntilItIsSaved() throws InterruptedException {
        var inOrder = new InventedEvening(20).minutes(60, 20, 45);
        var flushedAt = InventedEvening.START.plus(Duration.ofHours(6));
        for (int i = 0; i < inOrder.size(); i++) {
            archive.add(new ArchivedFrame(i + 1, mentee, inOrder.get(i), flushedAt));
        }
        var isSaving = new CountDownLatch(1);
        var maySave = new CountDownLatch(1);
        var lanes = lanes(event -> {
            isSaving.countDown();
            awaitLatch(maySave);
            publish(event);
        });
        lanes.start();
        lanes.accept(archive);

        assertThat(isSaving.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lanes.undone()).isPositive();
        maySave.countDown();
        await().until(() -> lanes.undone() == 0);
        lanes.stop();
        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingIsSavedWithoutItsEventAndNothingIsLostWhenSavingFails() {
        archive(new InventedEvening(14).minutes(90, 40, 70));
        var failures = new AtomicInteger(2);
        var lanes = lanes(event -> {
            if (event instanceof RiskWindowOpened && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the registry is away");
            }
            publish(event);
        });
        lanes.start();
        lanes.accept(archive);
        untilSaved();
        lanes.stop();

        assertThat(failures.get()).isNegative();
        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(windows()).hasSize(1);
        assertThat(published).filteredOn(RiskWindowOpened.class::isInstance).hasSize(1);
    }

    @Test
    void aStateOfAnotherMethodIsNotReadButMadeAnewFromTheArchive() {
        archive(new InventedEvening(19).minutes(120, 40, 70));
        var before = lanes(this::publish);
        before.start();
        untilSaved();
        before.stop();
        new JdbcTemplate(database)
                .update("UPDATE analytics.snapshot SET state = '\\x0100023939' WHERE mentee = ?", mentee.value());
        var after = lanes(this::publish);
        after.start();
        await().until(() -> after.undone() == 0);
        after.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(published).filteredOn(RiskWindowOpened.class::isInstance).hasSize(1);
    }

    @Test
    void twoWritersOfOneMenteeDoNotWriteTwice() {
        archive(new InventedEvening(15).minutes(120, 40, 70));
        var one = lanes(this::publish);
        var other = lanes(this::publish);
        one.start();
        other.start();
        for (int from = 0; from < archive.size(); from += 100) {
            var some = archive.subList(from, Math.min(archive.size(), from + 100));
            one.accept(some);
            other.accept(some);
        }
        untilSaved();
        one.stop();
        other.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(windows()).hasSize(1);
    }

    @Test
    void anAnswerIsPublishedWithTheTimeItWasReceived() {
        var evening = new InventedEvening(16);
        var answer = new Answer(Optional.empty(), Answer.Choice.REACH_OUT);
        archive(List.of(evening.frame(StreamKind.ANSWER, InventedEvening.START, answer)));
        var lanes = lanes(this::publish);
        lanes.start();
        await().until(() -> !published.isEmpty());
        lanes.stop();

        assertThat(published)
                .containsExactly(new MenteeAnswered(
                        mentee,
                        Optional.empty(),
                        Answer.Choice.REACH_OUT,
                        InventedEvening.START,
                        archive.get(0).receivedAt()));
    }

    @Test
    void anOpenWindowThatNobodyHearsOfAnyMoreIsToldToHaveFallenSilent() {
        archive(new InventedEvening(17).minutes(60, 40, 70));
        var lanes = lanes(this::publish);
        lanes.start();
        lanes.accept(archive);
        await().until(() -> published.stream().anyMatch(RiskWindowFellSilent.class::isInstance));
        lanes.stop();

        assertThat(windows()).first().satisfies(window -> {
            assertThat(window.silentSince()).isPresent();
            assertThat(window.ending()).isEmpty();
        });
    }

    private void publish(Object event) {
        published.add(event);
    }

    private void archive(List<SignalFrame> frames) {
        for (var frame : frames) {
            archive.add(new ArchivedFrame(
                    archive.size() + 1, mentee, frame, frame.endsAt().plusSeconds(1)));
        }
    }

    private RiskLanes lanes(ApplicationEventPublisher events) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        var journal = new Journal(new JdbcTemplate(database), transactions, events);
        // Long after the evening, so that silence is heard at once.
        var clock = Clock.offset(
                Clock.systemUTC(),
                Duration.between(Clock.systemUTC().instant(), InventedEvening.START.plus(Duration.ofDays(1))));
        return new RiskLanes(2, journal, new ListLog(), someone -> ZONE, clock);
    }

    private final class ListLog implements FrameLog {
        @Override
        public void readAfter(MenteeId whose, long position, Consumer<ArchivedFrame> reader) {
            if (whose.equals(mentee)) {
                archive.stream().filter(frame -> frame.position() > position).forEach(reader);
            }
        }

        @Override
        public Map<MenteeId, Long> lastPositions() {
            return Map.of(mentee, (long) archive.size());
        }
    }

    private void untilSaved() {
        int expected = minutesOfAPlainReplay().size();
        await().atMost(Duration.ofSeconds(30)).until(() -> minutesSaved().size() >= expected);
    }

    private List<String> minutesSaved() {
        return new JdbcAnalysisRecord(new JdbcTemplate(database))
                .minutesOf(mentee, EVER).stream()
                        .map(minute -> minute.start() + " " + minute.state() + " " + minute.likelihood())
                        .toList();
    }

    private List<RiskWindow> windows() {
        return new JdbcAnalysisRecord(new JdbcTemplate(database)).windowsOf(mentee, EVER);
    }

    private List<String> minutesOfAPlainReplay() {
        var run = MenteeRun.start(MenteeState.start(mentee, ZONE));
        var minutes = new ArrayList<String>();
        for (var frame : archive) {
            var progress = run.take(frame);
            run = progress.next();
            for (var fact : progress.facts()) {
                if (fact instanceof RiskFact.MinuteClosed closed) {
                    var minute = closed.minute();
                    minutes.add(minute.start() + " " + minute.state() + " " + minute.likelihood());
                }
            }
        }
        return minutes;
    }
}
