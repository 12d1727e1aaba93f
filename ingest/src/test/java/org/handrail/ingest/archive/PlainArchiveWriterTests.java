package org.handrail.ingest.archive;

import org.handrail.ingest.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

class PlainArchiveWriterTests extends ArchiveWriterKit {

    PlainArchiveWriterTests() {
        super(TestDatabase.shared());
    }

    @Override
    void takeAwayOctober(JdbcTemplate jdbc) {
        jdbc.execute("DROP TABLE ingest.frame_2026_10");
    }
}
