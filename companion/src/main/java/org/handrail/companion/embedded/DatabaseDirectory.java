package org.handrail.companion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What lies in the directory of the embedded database: {@code data} of PostgreSQL, {@code bin} with its unpacked programs, the
 * {@code password} of its only user, and {@code server.log}.
 */
final class DatabaseDirectory implements AutoCloseable {

    private static final long LOG_LIMIT_BYTES = 1024L * 1024L;

    private final OwnDirectory root;

    private DatabaseDirectory(OwnDirectory root) {
        this.root = root;
    }

    static DatabaseDirectory claim(Path path) {
        return new DatabaseDirectory(OwnDirectory.claim(path, "database"));
    }

    Path data() {
        return root.resolve("data");
    }

    Path binaries() {
        return root.resolve("bin");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Makes a data directory that was never finished give way, and a password before PostgreSQL is initialised with it. */
    void prepare() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
            Files.delete(log());
        }
        setUnfinishedAside();
        if (!Files.isDirectory(data())) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.deleteIfExists(passwordFile());
            Files.createFile(passwordFile());
            OwnDirectory.makePrivate(passwordFile(), "rw-------");
            Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
        }
    }

    /**
     * A first start cut short leaves a directory that looks initialised and never starts. It holds nothing of anyone's, but is only
     * moved, for the case that someone removed the mark.
     */
    private void setUnfinishedAside() throws IOException {
        if (Files.isDirectory(data()) && !Files.exists(mark())) {
            Files.move(data(), root.resolve("unfinished-" + UUID.randomUUID()));
        }
    }

    void markFinished() throws IOException {
        if (!Files.exists(mark())) {
            Files.createFile(mark());
        }
    }

    /** A mark inside the data, so that it moves with it. */
    private Path mark() {
        return data().resolve("handrail-initialised");
    }

    @Override
    public void close() {
        root.close();
    }
}
