package org.handrail.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.handrail.ingest.TestDatabase;
import org.junit.jupiter.api.Test;

class PlainRetentionTests extends RetentionKit {

    PlainRetentionTests() {
        super(TestDatabase.shared());
    }

    @Test
    void isMadeOfMonths() throws SQLException {
        assertThat(tier()).isEqualTo(ArchiveTier.PLAIN);
    }
}
