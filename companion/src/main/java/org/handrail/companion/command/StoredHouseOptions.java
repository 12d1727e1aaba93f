package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.Optional;
import org.handrail.companion.audit.AuditFault;
import org.handrail.companion.audit.StoredHouse;
import org.handrail.companion.house.OtherDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A house that is only read, as said on the command line: its directory while it is closed, or its database at any time. */
final class StoredHouseOptions {

    private static final Path USUAL = Path.of(".handrail", "house");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of the house, which must not be open (default: .handrail/house).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "jdbc:postgresql://host:port/name of the house's database; the house may be open.")
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who signs in at the database.")
    private @Nullable String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File with the user's password (or in the environment: HANDRAIL_DATABASE_PASSWORD).")
    private @Nullable Path password;

    StoredHouse open() {
        if (database == null) {
            if (user != null || password != null) {
                throw new AuditFault(
                        "--database-user and its like say something of a database: say --database JDBC-URL too.");
            }
            return StoredHouse.in(data == null ? USUAL : data);
        }
        if (data != null) {
            throw new AuditFault("A house is read in --data DIR or in --database JDBC-URL, not in both.");
        }
        return StoredHouse.at(new OtherDatabase(
                database,
                Optional.ofNullable(user),
                OutsideOptions.secret(password, "HANDRAIL_DATABASE_PASSWORD", System.getenv())));
    }

    boolean isSaid() {
        return data != null || database != null;
    }
}
