package org.handrail.companion.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.companion.house.OtherDatabase;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.MenteeId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a house has stored, only to be read: in its own database, which runs for as long as it is looked at, or in one that
 * somebody runs. The server itself refuses to write for this.
 */
public final class StoredHouse implements AutoCloseable {

    private static final String READ_ONLY = "-c default_transaction_read_only=on";

    private final Optional<EmbeddedDatabase> own;
    private final FrameArchive archive;
    private final AnalysisRecord record;
    private final JdbcTemplate jdbc;

    private StoredHouse(Optional<EmbeddedDatabase> own, DriverManagerDataSource database) {
        this.own = own;
        this.archive = FrameArchive.of(database);
        this.record = AnalysisRecord.of(database);
        this.jdbc = new JdbcTemplate(database);
    }

    /** @throws AuditFault where there is no house, or it is open */
    public static StoredHouse in(Path data) {
        var directory = data.resolve("database");
        if (!Files.isDirectory(directory.resolve("data"))) {
            throw new AuditFault("There is no house in " + data + "; say --data DIR.");
        }
        try {
            var own = EmbeddedDatabase.start(directory, 0);
            return new StoredHouse(Optional.of(own), readOnly(own.jdbcUrl(), own.user(), own.password()));
        } catch (IllegalStateException inTheWay) {
            throw new AuditFault(
                    inTheWay.getMessage()
                            + EmbeddedDatabase.runningIn(directory)
                                    .map(url -> " A house that is open is asked by its database: say --database " + url
                                            + " --database-user " + EmbeddedDatabase.USER
                                            + " --database-password-file " + directory.resolve("password"))
                                    .orElse(""),
                    inTheWay);
        }
    }

    public static StoredHouse at(OtherDatabase other) {
        return new StoredHouse(
                Optional.empty(),
                readOnly(other.url(), other.user().orElse(""), other.password().orElse("")));
    }

    private static DriverManagerDataSource readOnly(String url, String user, String password) {
        var properties = new Properties();
        properties.setProperty("options", READ_ONLY);
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return new DriverManagerDataSource(url, properties);
    }

    /** @throws AuditFault with one sentence where the database does not answer, or is none of a house of this version */
    <T> T read(Function<StoredHouse, T> reading) {
        try {
            return reading.apply(this);
        } catch (BadSqlGrammarException otherTables) {
            throw new AuditFault(
                    "That database holds no house of this version; open the house once with this version of Handrail.",
                    otherTables);
        } catch (DataAccessException away) {
            throw new AuditFault(
                    "The database does not answer: "
                            + String.valueOf(away.getMostSpecificCause().getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    away);
        }
    }

    FrameArchive archive() {
        return archive;
    }

    AnalysisRecord record() {
        return record;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Where the mentee lives, as the lanes take it. */
    ZoneId zoneOf(MenteeId mentee) {
        return jdbc
                .query(
                        "SELECT zone FROM companion.person WHERE id = ?",
                        (row, number) -> ZoneId.of(row.getString(1)),
                        mentee.value())
                .stream()
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedDatabase::close);
    }
}
