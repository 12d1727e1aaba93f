package org.handrail.companion.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.handrail.analytics.Detection;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class LaterStateTests {

    @TempDir
    private Path directory;

    @Test
    void aHouseDoesNotOpenBeforeTheStateOfALaterMethodAndSaysWhichItIs(CapturedOutput log) {
        var settings = HouseSettings.onFreePorts(directory);
        try (var house = House.open(settings)) {
            house.room(JdbcTemplate.class)
                    .update(
                            "INSERT INTO analytics.snapshot (mentee, revision, position, method, state)"
                                    + " VALUES (?, 1, 1, '99', '\\x0900023939')",
                            UUID.randomUUID());
        }

        assertThatThrownBy(() -> House.open(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "The stored state of 1 mentee, method 99 (codec 9) is later than this build's method "
                                + Detection.METHOD)
                .hasMessageEndingWith("; nothing was changed. Start the version of Handrail that wrote it.");
        assertThat(log).contains("method 99").doesNotContain("\tat org.handrail");
        try (var database = EmbeddedDatabase.start(directory.resolve("database"), 0)) {
            var jdbc = new JdbcTemplate(
                    new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
            assertThat(jdbc.queryForList("SELECT method FROM analytics.snapshot", String.class))
                    .containsExactly("99");
        }
    }
}
