package org.handrail.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.analytics.lane.JdbcAnalysisRecord;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the detection has written down, to be read by pages and reports. */
public interface AnalysisRecord {

    /** The record in a database, for whoever looks into it without a house. */
    static AnalysisRecord of(DataSource database) {
        return new JdbcAnalysisRecord(new JdbcTemplate(database));
    }

    /** Start of the mentee's first minute; the record keeps minutes for longer than the archive keeps frames. */
    Optional<Instant> firstMinuteOf(MenteeId mentee);

    /** Minutes that start in the span, in order. Minutes without any frame are absent. */
    List<MinuteRecord> minutesOf(MenteeId mentee, TimeWindow span);

    /** Nights that ended on these local days, both included, in order. A day without a known night is absent. */
    List<Night> nightsOf(MenteeId mentee, LocalDate first, LocalDate last);

    /** Risk windows that touch the span, in order of their start. */
    List<RiskWindow> windowsOf(MenteeId mentee, TimeWindow span);

    /** Since when enough is known for "usual" to mean this mentee's; empty while it is still being learnt. */
    Optional<Instant> baselineEstablishedAt(MenteeId mentee);

    /** Of all mentees those that were opened last, the latest first. */
    List<RiskWindow> latestWindows(int most);

    Optional<RiskWindow> find(RiskWindowId id);
}
