package org.handrail.analytics.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.analytics.BaselineEstablished;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.analytics.detection.MenteeRun;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The risk of minutes and windows on a real PostgreSQL. Each test has a mentee of its own. */
class RiskInDatabaseTests {

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final List<Object> published = new ArrayList<>();
    private final JdbcAnalysisRecord record = new JdbcAnalysisRecord(new JdbcTemplate(database));
    private final Journal journal = new Journal(
            new JdbcTemplate(database),
            new TransactionTemplate(new DataSourceTransactionManager(database)),
            published::add);

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
    void aMinutesEvidenceAndRiskComeBackBitForBit() {
        var entry = evening();
        journal.save(List.of(entry));

        var minutes = minutes(entry);
        assertThat(minutes)
                .hasSize(119)
                .anyMatch(minute -> minute.risk().terms().size() > 2);
        assertThat(record.minutesOf(mentee, EVER)).isEqualTo(minutes);
    }

    @Test
    void whateverTheNumbersAreTheyComeBackBitForBit() {
        var entry = evening();
        var random = new SplittableRandom(5);
        var odd = new ArrayList<Found>();
        for (var found : entry.found()) {
            if (found.fact() instanceof RiskFact.MinuteClosed closed) {
                odd.add(new Found(
                        new RiskFact.MinuteClosed(with(
                                closed.minute(),
                                terms(random),
                                new RiskScore(random.nextGaussian() * Math.PI, terms(random)))),
                        found.receivedAt()));
            }
        }
        var written = new Entry(entry.run(), 0, odd);
        journal.save(List.of(written));

        assertThat(record.minutesOf(mentee, EVER)).isEqualTo(minutes(written));
    }

    @Test
    void aDecisionPointIsStoredOnceAndPublishedOnceThoughTheArchiveIsReadAgain() {
        var entry = evening();
        journal.save(List.of(entry));
        journal.save(List.of(new Entry(entry.run(), 1, entry.found())));

        var told = published(DecisionPointReached.class);
        assertThat(told).hasSize(1);
        assertThat(record.windowsOf(mentee, EVER)).singleElement().satisfies(window -> {
            assertThat(window.id()).isEqualTo(told.get(0).window());
            assertThat(window.decisionPoint()).contains(told.get(0).at());
        });
    }

    @Test
    void aLaterDecisionPointOfTheSameWindowChangesNothing() {
        var entry = evening();
        journal.save(List.of(entry));
        var first = published(DecisionPointReached.class).get(0);
        var later = new DecisionPointReached(
                first.window(), mentee, first.start(), first.at().plusSeconds(600), first.why());
        journal.save(
                List.of(new Entry(entry.run(), 1, List.of(new Found(new RiskFact.DecisionPoint(later), later.at())))));

        assertThat(published(DecisionPointReached.class)).containsExactly(first);
        assertThat(record.windowsOf(mentee, EVER).get(0).decisionPoint()).contains(first.at());
    }

    @Test
    void anEstablishedBaselineIsStoredOnceAndPublishedOnce() {
        var run = MenteeRun.start(MenteeState.start(mentee, ZoneId.of("Europe/Vienna")));
        var at = InventedEvening.START;
        for (int times = 0; times < 2; times++) {
            var event = new BaselineEstablished(mentee, at.plusSeconds(60 * times));
            journal.save(
                    List.of(new Entry(run, times, List.of(new Found(new RiskFact.Established(event), event.at())))));
        }

        assertThat(published).containsExactly(new BaselineEstablished(mentee, at));
        assertThat(record.baselineEstablishedAt(mentee)).contains(at);
    }

    /** With a stretch that is asked about, for the mentee tells of a craving in it. */
    private Entry evening() {
        var evening = new InventedEvening(12);
        var frames = new ArrayList<>(InventedEvening.stirring(evening.minutes(120, 40, 70)));
        frames.add(
                0,
                evening.frame(
                        StreamKind.SELF_REPORT,
                        InventedEvening.START.plusSeconds(41 * 60),
                        new SelfReport(SelfReport.Subject.CRAVING, 10)));
        var run = MenteeRun.start(MenteeState.start(mentee, ZoneId.of("Europe/Vienna")));
        var found = new ArrayList<Found>();
        long position = 0;
        for (var frame : frames) {
            var progress = run.take(new ArchivedFrame(++position, mentee, frame, frame.endsAt()));
            run = progress.next();
            progress.facts().forEach(fact -> found.add(new Found(fact, frame.endsAt())));
        }
        return new Entry(run, 0, found);
    }

    private static List<MinuteRecord> minutes(Entry entry) {
        return entry.found().stream()
                .map(Found::fact)
                .filter(RiskFact.MinuteClosed.class::isInstance)
                .map(fact -> ((RiskFact.MinuteClosed) fact).minute())
                .toList();
    }

    private <T> List<T> published(Class<T> kind) {
        return published.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Term> terms(SplittableRandom random) {
        var terms = new ArrayList<Term>();
        for (int i = random.nextInt(6); i > 0; i--) {
            terms.add(new Term("TERM_" + i, number(random), number(random)));
        }
        return terms;
    }

    private static double number(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> Double.MIN_VALUE;
            case 3 -> 0.1 + 0.2;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
        };
    }

    private static MinuteRecord with(MinuteRecord minute, List<Term> evidence, RiskScore risk) {
        return new MinuteRecord(
                minute.start(),
                minute.state(),
                minute.wear(),
                minute.heart(),
                minute.variability(),
                minute.skin(),
                minute.movement(),
                minute.temperature(),
                minute.likelihood(),
                evidence,
                risk);
    }
}
