package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

class TimescaleArchiveWriterTests extends ArchiveWriterKit {

    TimescaleArchiveWriterTests() {
        super(TestDatabase.sharedTimescale());
    }

    @Override
    void takeAwayOctober(JdbcTemplate jdbc) {
        jdbc.execute(
                "SELECT drop_chunks('ingest.frame', older_than => timestamptz '2026-11-01', newer_than => '2026-09-20')");
    }
}
