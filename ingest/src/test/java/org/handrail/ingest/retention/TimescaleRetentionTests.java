package org.handrail.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.handrail.ingest.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class TimescaleRetentionTests extends RetentionKit {

    private static final String MAY = "2019-05-02T12:00:00Z";
    private static final String JUNE = "2019-06-12T12:00:00Z";
    private static final String NOVEMBER = "2019-11-01T12:00:00Z";

    TimescaleRetentionTests() {
        super(TestDatabase.sharedTimescale());
    }

    @Test
    void isMadeOfChunks() throws SQLException {
        assertThat(tier()).isIn(ArchiveTier.APACHE, ArchiveTier.FULL);
        assertThat(new JdbcTemplate(TestDatabase.sharedTimescale())
                        .queryForList("SELECT hypertable_name FROM timescaledb_information.hypertables", String.class))
                .containsExactly("frame");
    }

    @Test
    void theApacheEditionCompressesNothingAndSaysSo() throws SQLException {
        assumeTrue(tier() == ArchiveTier.APACHE, "This TimescaleDB is not the Apache edition");
        store(1, MAY);

        assertThat(round().runIfDue(NOW).orElseThrow().compressed()).isEqualTo(Pieces.NONE);
        assertThat(tier().meaning()).contains("nothing is compressed");
    }

    @Test
    void compressesWhatNobodySendsAnyMoreAndGivesItBackAsItWas() throws SQLException {
        assumeFull();
        store(1, MAY, JUNE, NOVEMBER);

        var compressed = round().runIfDue(NOW).orElseThrow().compressed();

        assertThat(compressed.count()).isEqualTo(2);
        assertThat(compressed.span())
                .hasValueSatisfying(span -> assertThat(span.end()).isBeforeOrEqualTo(NOW.minus(Duration.ofDays(70))));
        assertThat(times()).containsExactly(at(MAY), at(JUNE), at(NOVEMBER));
        assertThat(round().runIfDue(NOW.plus(Duration.ofDays(1))).orElseThrow().compressed())
                .isEqualTo(Pieces.NONE);
    }

    @Test
    void aFrameThatComesAgainIsFoundInWhatIsCompressed() throws SQLException {
        assumeFull();
        store(1, JUNE);
        round().runIfDue(NOW);

        assertThat(stored(1, JUNE)).isZero();
        assertThat(stored(2, JUNE)).isEqualTo(1);
        assertThat(times()).hasSize(2);
    }

    @Test
    void dropsWhatWasCompressed() throws SQLException {
        assumeFull();
        store(1, MAY, NOVEMBER);
        round().runIfDue(NOW);

        var dropped =
                round().runIfDue(NOW.plus(Duration.ofDays(250))).orElseThrow().dropped();

        assertThat(dropped.count()).isEqualTo(1);
        assertThat(times()).containsExactly(at(NOVEMBER));
    }

    private void assumeFull() throws SQLException {
        assumeTrue(
                tier() == ArchiveTier.FULL,
                "This TimescaleDB has no compression; HANDRAIL_TEST_TIMESCALE_URL may name one that has");
    }
}
