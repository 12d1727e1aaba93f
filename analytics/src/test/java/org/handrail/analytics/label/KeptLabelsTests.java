package org.handrail.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeReported;
import org.handrail.analytics.MentorOutcome;
import org.handrail.analytics.MentorOutcome.Found;
import org.handrail.analytics.QuestionUnanswered;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.lane.WrittenRecord;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SelfReport.Subject;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real PostgreSQL. Each test has a mentee of its own. */
class KeptLabelsTests {

    private static final Instant EVENING = Instant.parse("2026-11-18T20:00:00Z");
    private static final TimeWindow THAT_DAY = new TimeWindow(EVENING.minus(Duration.ofHours(12)), at(720));

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static KeptLabels labels;
    private static JudgedByWords judgements;

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        DataSource database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/analytics")
                .defaultSchema("analytics")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        var rows = new LabelRows(JdbcClient.create(jdbc));
        labels = new KeptLabels(
                rows,
                new WhatWasKnown(WrittenRecord.of(jdbc)),
                new TransactionTemplate(new DataSourceTransactionManager(database)));
        judgements = new JudgedByWords(rows);
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @Test
    void theSameWordToldTwiceAndByTwoWaysIsOne() {
        var question = UUID.randomUUID();
        var pressed = at(0).plusNanos(123_456_789);
        labels.tell(answer(Optional.empty(), Choice.REACH_OUT, pressed));
        labels.tell(answer(Optional.of(question), Choice.REACH_OUT, pressed));
        labels.tell(answer(Optional.of(question), Choice.REACH_OUT, pressed));

        assertThat(stored()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("said", "REACH_OUT").containsEntry("meaning", "HARD");
            assertThat(row).containsEntry("nudge", question).containsEntry("superseded_by", null);
        });
    }

    @Test
    void ofContradictingWordsTheLaterStandsAndBothAreKept() {
        labels.tell(new MenteeReported(mentee, new SelfReport(Subject.CRAVING, 8), at(0)));
        labels.tell(new MenteeReported(mentee, new SelfReport(Subject.CRAVING, 2), at(20)));

        var rows = stored();
        assertThat(rows).extracting(row -> row.get("said")).containsExactly("8", "2");
        assertThat(rows.get(0)).containsEntry("superseded_by", rows.get(1).get("id"));
        assertThat(rows.get(1)).containsEntry("superseded_by", null);
    }

    @Test
    void aWordBelongsToTheWindowThatIsOpenOrEndedNotLongAgo() {
        var window = new RiskWindowId(UUID.randomUUID());
        risk(window, at(0), at(25));
        labels.tell(new MenteeReported(mentee, new SelfReport(Subject.STRESS, 9), at(10)));
        labels.tell(new MenteeReported(mentee, new SelfReport(Subject.CRAVING, 9), at(55)));
        labels.tell(new MenteeReported(mentee, new SelfReport(Subject.MOOD, 9), at(56)));

        assertThat(stored())
                .extracting(row -> row.get("risk_window"))
                .containsExactly(window.value(), window.value(), null);
    }

    @Test
    void theScoreIsThatOfTheLastKnownMinuteBefore() {
        minute(at(-2), 0.9);
        minute(at(-1), 0.75);
        minute(at(0), 0.2);
        labels.tell(answer(Optional.of(UUID.randomUUID()), Choice.ROUGH, at(0).plusSeconds(30)));
        labels.tell(answer(Optional.of(UUID.randomUUID()), Choice.ROUGH, at(60)));

        var rows = stored();
        assertThat((Double) rows.get(0).get("score")).isCloseTo(Math.log(3), within(1e-9));
        assertThat(rows.get(1).get("score")).isNull();
    }

    @Test
    void questionsAreCountedByWhatStandsOfThem() {
        var okay = asked(Choice.OKAY, 0);
        var rough = asked(Choice.ROUGH, 90);
        var late = UUID.randomUUID();
        labels.tell(new QuestionUnanswered(mentee, late, at(203)));
        labels.tell(answer(Optional.of(late), Choice.OKAY, at(202)));
        var silent = UUID.randomUUID();
        labels.tell(new QuestionUnanswered(mentee, silent, at(303)));
        labels.tell(new MentorOutcome(mentee, Optional.of(silent), Found.WAS_FINE, at(330)));
        var unknown = UUID.randomUUID();
        labels.tell(new QuestionUnanswered(mentee, unknown, at(403)));
        labels.tell(new MentorOutcome(mentee, Optional.of(unknown), Found.COULD_NOT_REACH, at(430)));

        var judgement = judgements.of(Set.of(mentee), THAT_DAY);

        assertThat(judgement.asked()).isEqualTo(5);
        assertThat(judgement.unanswered()).isEqualTo(2);
        assertThat(judgement.hard().count()).isEqualTo(1);
        assertThat(judgement.hard().all()).isEqualTo(3);
        assertThat(judgement.matters())
                .isEqualTo(Map.of(
                        okay, Meaning.NOT_HARD, rough, Meaning.HARD, late, Meaning.NOT_HARD, silent, Meaning.NOT_HARD));
        assertThat(judgement.reliability()).isEmpty();
    }

    @Test
    void aMentorsLaterWordSaysWhatTheMatterWas() {
        var question = asked(Choice.ROUGH, 0);
        labels.tell(new MentorOutcome(mentee, Optional.of(question), Found.WAS_FINE, at(60)));

        var judgement = judgements.of(Set.of(mentee), THAT_DAY);

        assertThat(judgement.matters()).isEqualTo(Map.of(question, Meaning.NOT_HARD));
        assertThat(judgement.hard().count()).isEqualTo(1);
    }

    @Test
    void weeksAreCountedFromTheFirstRecordedMinuteToTheLast() {
        minute(THAT_DAY.start().minusSeconds(60), 0.2);
        minute(at(-600), 0.2);
        minute(at(240), 0.2);

        assertThat(judgements.of(Set.of(mentee), THAT_DAY).personWeeks()).isCloseTo(14 / 168.0, within(1e-9));
        assertThat(judgements.of(Set.of(), THAT_DAY).personWeeks()).isZero();
    }

    @Test
    void enoughWordsCalibrateAndThoseOfAnotherMethodDoNotCount() {
        for (int i = 0; i < 120; i++) {
            boolean hard = i % 2 == 0;
            var at = EVENING.plus(Duration.ofHours(i));
            minute(at.minusSeconds(60), hard ? 0.7 + i % 5 * 0.04 : 0.5 - i % 5 * 0.08);
            labels.tell(answer(Optional.of(UUID.randomUUID()), hard ? Choice.ROUGH : Choice.OKAY, at));
        }
        var until = EVENING.plus(Duration.ofDays(6));

        var risk = judgements.calibration(Set.of(mentee), until).orElseThrow();
        assertThat(risk.probability(mentee, 1.5)).isGreaterThan(0.8);
        assertThat(risk.probability(mentee, -1)).isLessThan(0.2);
        var judgement = judgements.of(Set.of(mentee), new TimeWindow(EVENING, until));
        assertThat(judgement.reliability().orElseThrow().brier()).isLessThan(0.1);
        assertThat(judgement.withinPerson().mean()).hasValue(1.0);

        jdbc.update("UPDATE analytics.label SET method = '0' WHERE mentee = ?", mentee.value());
        assertThat(judgements.calibration(Set.of(mentee), until)).isEmpty();
    }

    private UUID asked(Choice choice, int minute) {
        var question = UUID.randomUUID();
        labels.tell(answer(Optional.of(question), choice, at(minute)));
        return question;
    }

    private MenteeAnswered answer(Optional<UUID> question, Choice choice, Instant pressed) {
        return new MenteeAnswered(mentee, question, choice, pressed, pressed.plusSeconds(2));
    }

    private List<Map<String, Object>> stored() {
        return jdbc.queryForList("SELECT * FROM analytics.label WHERE mentee = ? ORDER BY at", mentee.value());
    }

    private void minute(Instant start, double likelihood) {
        jdbc.update("""
                INSERT INTO analytics.minute (mentee, start, state, heart_coverage, skin_coverage, likelihood, method)
                VALUES (?, ?, 'USUAL', 1, 1, ?, 'invented')""", mentee.value(), Timestamp.from(start), likelihood);
    }

    private void risk(RiskWindowId id, Instant start, Instant end) {
        jdbc.update("""
                INSERT INTO analytics.risk_window (id, mentee, start, opened_at, ended_at, ending, why, method)
                VALUES (?, ?, ?, ?, ?, 'EASED',
                  '{"sentence":"Invented.","terms":[],"missing":[],"confidence":1,"method":"invented"}', 'invented')""", id.value(), mentee.value(), Timestamp.from(start), Timestamp.from(start), Timestamp.from(end));
    }

    private static Instant at(int minute) {
        return EVENING.plusSeconds(60L * minute);
    }
}
