package org.handrail.alerts.mentorship;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.MentorshipId;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.store.Column;
import org.handrail.alerts.store.PerMentee;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMentorships implements Mentorships {

    private final JdbcClient jdbc;
    private final PerMentee perMentee;
    private final Clock clock;

    JdbcMentorships(JdbcClient jdbc, PerMentee perMentee, Clock clock) {
        this.jdbc = jdbc;
        this.perMentee = perMentee;
        this.clock = clock;
    }

    @Override
    public Outcome create(NewMentorship wish) {
        var wished = new Mentorship(
                new MentorshipId(UUID.randomUUID()),
                wish.mentee(),
                wish.mentor(),
                wish.step(),
                wish.deadline(),
                wish.from(),
                wish.until());
        return perMentee.settle(wish.mentee(), () -> {
            Optional<Refusal> refusal = Admission.refusal(wished, all(wish.mentee()));
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            insert(wished);
            return new Created(wished);
        });
    }

    @Override
    public boolean end(MentorshipId mentorship, Instant until) {
        return jdbc.sql("""
                        update alerts.mentorship set ends_at = :until
                        where id = :id and starts_at < :until and (ends_at is null or ends_at > :until)
                        """)
                        .param("id", mentorship.value())
                        .param("until", Column.of(until))
                        .update()
                == 1;
    }

    @Override
    public List<Mentorship> mentorshipsOf(MentorId mentor) {
        return jdbc.sql("""
                        select * from alerts.mentorship
                        where mentor = :mentor and (ends_at is null or ends_at > :now) order by mentee, starts_at
                        """)
                .param("mentor", mentor.value())
                .param("now", Column.of(clock.instant()))
                .query(JdbcMentorships::mentorship)
                .list();
    }

    @Override
    public List<Mentorship> ladderOf(MenteeId mentee, Instant at) {
        return all(mentee).stream()
                .filter(rung -> Admission.holdsAt(rung, at))
                .sorted(comparing(Mentorship::step))
                .toList();
    }

    private List<Mentorship> all(MenteeId mentee) {
        return jdbc.sql("select * from alerts.mentorship where mentee = :mentee")
                .param("mentee", mentee.value())
                .query(JdbcMentorships::mentorship)
                .list();
    }

    private void insert(Mentorship mentorship) {
        jdbc.sql("""
                        insert into alerts.mentorship (id, mentee, mentor, step, deadline_seconds, starts_at, ends_at)
                        values (:id, :mentee, :mentor, :step, :deadline, :from, :until)
                        """)
                .param("id", mentorship.id().value())
                .param("mentee", mentorship.mentee().value())
                .param("mentor", mentorship.mentor().value())
                .param("step", mentorship.step())
                .param(
                        "deadline",
                        mentorship.deadline().map(Duration::toSeconds).orElse(null))
                .param("from", Column.of(mentorship.from()))
                .param("until", Column.of(mentorship.until()))
                .update();
    }

    private static Mentorship mentorship(ResultSet row, int number) throws SQLException {
        return new Mentorship(
                new MentorshipId(Column.uuid(row, "id")),
                new MenteeId(Column.uuid(row, "mentee")),
                new MentorId(Column.uuid(row, "mentor")),
                row.getInt("step"),
                Optional.ofNullable(row.getObject("deadline_seconds", Long.class))
                        .map(Duration::ofSeconds),
                Column.instant(row, "starts_at"),
                Column.optionalInstant(row, "ends_at"));
    }
}
