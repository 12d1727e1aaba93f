package org.handrail.companion.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.companion.house.OtherDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On a database without a house in it. */
@Timeout(120)
class StoredHouseTests {

    @TempDir
    private static Path directory;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aDatabaseWithoutAHouseIsSaidToBeNone() {
        try (var stored = StoredHouse.at(other(database.password()))) {
            assertThatThrownBy(() -> new Explaining(stored).latestWindows(1))
                    .isInstanceOf(AuditFault.class)
                    .hasMessage("That database holds no house of this version; open the house once with this version of"
                            + " Handrail.");
        }
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        try (var stored = StoredHouse.at(other("a guess"))) {
            assertThatThrownBy(() -> new Explaining(stored).latestWindows(1))
                    .isInstanceOf(AuditFault.class)
                    .hasMessageStartingWith("The database does not answer: ")
                    .hasMessageNotContaining("a guess");
        }
    }

    @Test
    void theServerItselfRefusesToWrite() {
        var jdbc =
                new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
        jdbc.execute("CREATE TABLE something (it text)");
        try (var stored = StoredHouse.at(other(database.password()))) {
            assertThatThrownBy(() -> stored.jdbc().update("INSERT INTO something VALUES ('new')"))
                    .hasMessageContaining("read-only transaction");
        }

        assertThat(jdbc.queryForObject("SELECT count(*) FROM something", Long.class))
                .isZero();
    }

    @Test
    void aRunningServerIsFoundByItsDirectory() {
        assertThat(EmbeddedDatabase.runningIn(directory.resolve("database"))).contains(database.jdbcUrl());
        assertThat(EmbeddedDatabase.runningIn(directory)).isEmpty();
    }

    private static OtherDatabase other(String password) {
        return new OtherDatabase(database.jdbcUrl(), Optional.of(database.user()), Optional.of(password));
    }
}
