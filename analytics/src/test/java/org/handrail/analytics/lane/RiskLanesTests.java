package org.handrail.analytics.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.FrameLog;
import org.handrail.analytics.LaterStateFound;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.RiskRuntimeCompatibilityKit;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
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
class RiskLanesTests extends RiskRuntimeCompatibilityKit {

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private static final int LANES = 2;

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
    void framesThatNeverReachedALaneAreFoundInTheArchiveAtTheStart() {
        archive(new InventedEvening(12).minutes(120, 40, 70));
        var lanes = lanes(this::publish);
        lanes.start();
        untilSaved();
        lanes.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
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
    void aStateOfAnEarlierMethodIsNotReadButMadeAnewFromTheArchive() {
        archive(new InventedEvening(19).minutes(120, 40, 70));
        var before = lanes(this::publish);
        before.start();
        untilSaved();
        before.stop();
        pretendStateIs("\\x01000131", "1");
        var after = lanes(this::publish);
        after.start();
        await().until(() -> after.undone() == 0);
        after.stop();

        assertThat(minutesSaved()).isEqualTo(minutesOfAPlainReplay());
        assertThat(published).filteredOn(RiskWindowOpened.class::isInstance).hasSize(1);
    }

    @Test
    void lanesDoNotStartBeforeTheStateOfALaterMethodAndLeaveIt() {
        archive(new InventedEvening(21).minutes(60, 20, 45));
        var before = lanes(this::publish);
        before.start();
        untilSaved();
        before.stop();
        pretendStateIs("\\x0900023939", "99");
        var after = lanes(this::publish);

        try {
            assertThatThrownBy(after::start)
                    .isInstanceOf(LaterStateFound.class)
                    .hasMessageContaining("method 99 (codec 9)")
                    .hasMessageContaining("method " + RiskMethod.VERSION);
            assertThat(after.isRunning()).isFalse();
            assertThat(new JdbcTemplate(database)
                            .queryForObject(
                                    "SELECT method FROM analytics.snapshot WHERE mentee = ?",
                                    String.class,
                                    mentee.value()))
                    .isEqualTo("99");
        } finally {
            new JdbcTemplate(database).update("DELETE FROM analytics.snapshot WHERE mentee = ?", mentee.value());
        }
    }

    /** As where a later build wrote it after this one had started. */
    @Test
    void aLaneLeavesTheStateOfALaterMethod() {
        archive(new InventedEvening(22).minutes(60, 20, 45));
        var journal = journal(this::publish);
        var lanes = lanes(this::publish);
        lanes.start();
        untilSaved();
        lanes.stop();
        pretendStateIs("\\x0900023939", "99");

        try {
            assertThatThrownBy(() -> journal.find(mentee)).isInstanceOf(LaterStateFound.class);
        } finally {
            new JdbcTemplate(database).update("DELETE FROM analytics.snapshot WHERE mentee = ?", mentee.value());
        }
    }

    private void pretendStateIs(String bytes, String method) {
        new JdbcTemplate(database)
                .update(
                        "UPDATE analytics.snapshot SET state = ?::bytea, method = ? WHERE mentee = ?",
                        bytes,
                        method,
                        mentee.value());
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

    private static Journal journal(ApplicationEventPublisher events) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        return new Journal(new JdbcTemplate(database), transactions, events);
    }

    private RiskLanes lanes(ApplicationEventPublisher events) {
        // Long after the evening, so that silence is heard at once.
        var clock = Clock.offset(
                Clock.systemUTC(),
                Duration.between(Clock.systemUTC().instant(), InventedEvening.START.plus(Duration.ofDays(1))));
        return new RiskLanes(2, journal(events), new ListLog(archive), someone -> ZONE, clock);
    }

    /** An archive of any mentees that may still grow; a frame that came twice is in it once. */
    private record ListLog(List<ArchivedFrame> frames) implements FrameLog {
        @Override
        public void readAfter(MenteeId whose, long position, Consumer<ArchivedFrame> reader) {
            var read = new AtomicLong(position);
            frames.stream()
                    .filter(frame -> frame.mentee().equals(whose) && frame.position() > read.get())
                    .forEach(frame -> {
                        read.set(frame.position());
                        reader.accept(frame);
                    });
        }

        @Override
        public Map<MenteeId, Long> lastPositions() {
            return frames.stream().collect(Collectors.toMap(ArchivedFrame::mentee, ArchivedFrame::position, Math::max));
        }
    }

    /**
     * The lanes' clock stands where all that was handed in has been worked off, so that nothing is silent for a test's haste; at
     * the end it goes on as time does.
     */
    @Override
    protected Map<MenteeId, Outcome> run(List<ArchivedFrame> arrivals, Set<Integer> restarts, Instant until) {
        var told = new ConcurrentHashMap<MenteeId, List<Object>>();
        var stored = new CopyOnWriteArrayList<ArchivedFrame>();
        var clock = new StandingClock(arrivals.get(0).receivedAt());
        var stops = new TreeSet<>(restarts);
        stops.add(arrivals.size());
        int from = 0;
        for (int stop : stops) {
            var lanes = new RiskLanes(
                    LANES, journal(event -> tell(told, event)), new ListLog(stored), someone -> ZONE, clock);
            lanes.start();
            for (; from < stop; from = Math.min(stop, from + 500)) {
                var some = arrivals.subList(from, Math.min(stop, from + 500));
                stored.addAll(some);
                lanes.accept(some);
            }
            if (stop == arrivals.size()) {
                // What is held back as backlog goes on by time alone.
                clock.goOnFrom(arrivals.get(arrivals.size() - 1).receivedAt());
                untilDone(lanes);
                clock.goOnFrom(until);
                await().until(clock::wasReadTwiceByEach);
            }
            lanes.stop();
        }
        return outcomes(arrivals, told);
    }

    private static void untilDone(RiskLanes lanes) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> lanes.undone() == 0);
    }

    private static void tell(Map<MenteeId, List<Object>> told, Object event) {
        told.computeIfAbsent(menteeOf(event), someone -> new CopyOnWriteArrayList<>())
                .add(event);
    }

    private static MenteeId menteeOf(Object event) {
        if (event instanceof RiskWindowOpened opened) {
            return opened.mentee();
        } else if (event instanceof DecisionPointReached point) {
            return point.mentee();
        } else if (event instanceof RiskWindowFellSilent silent) {
            return silent.mentee();
        }
        return ((RiskWindowClosed) event).mentee();
    }

    private static Map<MenteeId, Outcome> outcomes(List<ArchivedFrame> arrivals, Map<MenteeId, List<Object>> told) {
        var record = new JdbcAnalysisRecord(new JdbcTemplate(database));
        return arrivals.stream()
                .map(ArchivedFrame::mentee)
                .distinct()
                .collect(Collectors.toMap(
                        whose -> whose,
                        whose -> new Outcome(record.minutesOf(whose, EVER), told.getOrDefault(whose, List.of()))));
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
