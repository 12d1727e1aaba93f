package org.handrail.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.handrail.ingest.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The extension comes into a database whose archive is made of months already, and stays made of them. */
class MadeBeforeTimescaleTests extends RetentionKit {

    private static TestDatabase database;

    MadeBeforeTimescaleTests() {
        super(database.dataSource());
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.madeBeforeTimescale();
    }

    @AfterAll
    static void close() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void staysMadeOfMonths() throws SQLException {
        assertThat(new JdbcTemplate(database.dataSource())
                        .queryForObject("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'", Long.class))
                .isEqualTo(1);
        assertThat(tier()).isEqualTo(ArchiveTier.PLAIN);
    }
}
