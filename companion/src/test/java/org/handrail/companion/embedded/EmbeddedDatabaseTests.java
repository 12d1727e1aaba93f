package org.handrail.companion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseTests {

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    @Test
    void rowsSurviveARestart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            execute(database, "create table frame (id int)", "insert into frame values (7)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            assertThat(answer(database, "select id from frame")).isEqualTo("7");
        }
    }

    @Test
    void anOrphanedServerIsStoppedAndItsRowsAreKept() throws Exception {
        long orphan;
        try (ChildProcess child = ChildProcess.start(DatabaseChild.class, directory)) {
            String url = child.firstLine();
            execute(
                    url,
                    Files.readString(directory.resolve("password")),
                    "create table frame (id int)",
                    "insert into frame values (7)");
            child.kill();
            orphan = serverId(directory);
        }
        assertThat(runs(orphan)).isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            assertThat(runs(orphan)).isFalse();
            assertThat(serverId(directory)).isNotEqualTo(orphan);
            assertThat(answer(database, "select id from frame")).isEqualTo("7");
        }
    }

    @Test
    void aProcessThatOnlyBearsTheOldNumberIsLeftInPeace() throws Exception {
        EmbeddedDatabase.start(directory, 0).close();
        Process stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            Files.writeString(
                    directory.resolve("data/postmaster.pid"),
                    stranger.pid() + "\n" + directory.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
            EmbeddedDatabase.start(directory, 0).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerInUseIsNotStoppedByASecondProcess() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0);
                ChildProcess second = ChildProcess.start(DatabaseChild.class, directory)) {
            assertThatThrownBy(second::firstLine).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, 0))
                    .hasMessage("The embedded database in %s is in use by another running process.", directory);
            assertThat(answer(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFirstStartCutShortIsBegunAnew() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
            assertThat(answer(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherLocalUserIsNotLetInWithoutThePassword() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(shared, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "jit, off",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8"
    })
    void runsWith(String setting, String value) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(shared, 0)) {
            assertThat(answer(database, "show " + setting)).isEqualTo(value);
        }
    }

    @Test
    void aPortInUseIsNamedInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The embedded database cannot listen on 127.0.0.1:%d because that port is in use.",
                            taken.getLocalPort());
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamedInOneSentence() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("database"), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The embedded database may not write to %s.", file.resolve("database"));
    }

    @Test
    void closingTwiceIsHarmlessAndLeavesNoServer() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0);
        long server = serverId(directory);
        database.close();
        database.close();
        assertThat(runs(server)).isFalse();
        assertThat(directory.resolve("data/PG_VERSION")).exists();
    }

    /** A zombie that nobody buries counts as alive for Java, but has no command any more. */
    private static boolean runs(long id) {
        return ProcessHandle.of(id).flatMap(process -> process.info().command()).isPresent();
    }

    private static long serverId(Path directory) throws Exception {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        execute(database.jdbcUrl(), database.password(), statements);
    }

    private static void execute(String url, String password, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String answer(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
