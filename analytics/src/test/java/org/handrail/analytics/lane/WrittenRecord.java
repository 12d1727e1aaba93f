package org.handrail.analytics.lane;

import org.handrail.analytics.AnalysisRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record on a database, for tests of other packages. */
public final class WrittenRecord {

    private WrittenRecord() {}

    public static AnalysisRecord of(JdbcTemplate jdbc) {
        return new JdbcAnalysisRecord(jdbc);
    }
}
