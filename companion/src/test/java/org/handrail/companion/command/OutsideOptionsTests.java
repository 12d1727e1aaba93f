package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class OutsideOptionsTests {

    @TempDir
    private Path directory;

    @Test
    void aSecretStandsInAFileOrInTheEnvironment() throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "open sesame\n");

        assertThat(OutsideOptions.secret(file, "SECRET", Map.of("SECRET", "other")))
                .contains("open sesame");
        assertThat(OutsideOptions.secret(null, "SECRET", Map.of("SECRET", "other")))
                .contains("other");
        assertThat(OutsideOptions.secret(null, "SECRET", Map.of())).isEmpty();
        assertThatThrownBy(() -> OutsideOptions.secret(directory.resolve("nowhere"), "SECRET", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
        Path empty = Files.createFile(directory.resolve("empty"));
        assertThatThrownBy(() -> OutsideOptions.secret(empty, "SECRET", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no secret");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ingest --share g --name n | Several processes need a broker of their own: say --broker URL.",
                "ingest --share g --name n --broker tcp://127.0.0.1:1 | Several processes need a database of their own: say --database JDBC-URL.",
                "ingest --share a/b --name n | --share takes up to 40 letters, digits, dots and dashes.",
                "ingest --share g --name # | --name takes up to 40 letters, digits, dots and dashes.",
                "serve --broker http://x:1 | A broker is written as tcp://host:port or ssl://host:port, not as http://x:1.",
                "serve --broker tcp://x:1 --broker-ca ca.pem | tcp:// means no TLS, so no certificate authority; write ssl://host:port.",
                "serve --broker ssl://x:1 --broker-ca /no/ca.pem | The certificate authority /no/ca.pem cannot be read.",
                "serve --broker-user x | --broker-user and its like say something of a broker: say --broker URL too.",
                "serve --database-user x | --database-user and its like say something of a database: say --database JDBC-URL too.",
                "serve --database jdbc:mysql://x | A database is written as jdbc:postgresql://host:port/name, not as jdbc:mysql://x.",
                "serve --broker tcp://x:1 --broker-doorkeeper d | The doorkeeper needs a secret: say --broker-doorkeeper-secret-file FILE or set HANDRAIL_DOORKEEPER_SECRET.",
                "serve --ingest elsewhere | Ingest elsewhere needs a broker that both can reach: say --broker URL.",
                "serve --broker-host 0.0.0.0 | Without TLS the embedded broker listens on loopback only: say --broker-certificate FILE and --broker-key FILE.",
                "serve --broker-certificate c.pem | TLS needs both --broker-certificate FILE and --broker-key FILE.",
            })
    void whatIsInTheWayIsSaidInOneSentence(String line, String sentence) {
        assertThat(said(line.split(" "))).isEqualTo("handrail: " + sentence);
    }

    /** What the command says on its way out. */
    private static String said(String... arguments) {
        var said = new StringWriter();
        var line = Terminal.line().setErr(new PrintWriter(said, true));
        assertThat(line.execute(arguments)).isNotEqualTo(CommandLine.ExitCode.OK);
        return said.toString().strip();
    }
}
