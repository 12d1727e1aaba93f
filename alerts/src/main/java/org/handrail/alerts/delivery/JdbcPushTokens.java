package org.handrail.alerts.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PushTokens;
import org.handrail.alerts.store.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPushTokens implements PushTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPushTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void register(MentorId mentor, String token) {
        jdbc.sql("""
                        insert into alerts.push_token (token, mentor, registered_at) values (:token, :mentor, :now)
                        on conflict (token) do update
                        set mentor = excluded.mentor, registered_at = excluded.registered_at, quarantined_at = null
                        """)
                .param("token", token)
                .param("mentor", mentor.value())
                .param("now", Column.of(clock.instant()))
                .update();
    }

    @Override
    public void forget(MentorId mentor, String token) {
        jdbc.sql("delete from alerts.push_token where token = :token and mentor = :mentor")
                .param("token", token)
                .param("mentor", mentor.value())
                .update();
    }

    List<String> usableOf(MentorId mentor) {
        return jdbc.sql("""
                        select token from alerts.push_token
                        where mentor = :mentor and quarantined_at is null order by registered_at desc, token
                        """).param("mentor", mentor.value()).query(String.class).list();
    }

    /** A token that was registered again after the attempt stays in use. */
    void quarantine(String token, Instant attemptedAt) {
        jdbc.sql("""
                        update alerts.push_token set quarantined_at = :now
                        where token = :token and registered_at <= :attempted and quarantined_at is null
                        """)
                .param("token", token)
                .param("attempted", Column.of(attemptedAt))
                .param("now", Column.of(clock.instant()))
                .update();
    }
}
