package org.handrail.companion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority, and what it vouches for: made anew for each test, by the keytool of the JDK, and written as PEM. */
public final class Certificates {

    private static final String PASSWORD = "only for this test";

    private final Path directory;
    private final String name;

    private Certificates(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    public static Certificates authority(Path directory, String name) throws IOException, InterruptedException {
        var made = new Certificates(directory, name);
        made.keytool(
                "-genkeypair",
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:critical=ca:true");
        return made;
    }

    /** Its own certificate, by which others trust what it vouches for. */
    public Path certificate() throws IOException, InterruptedException {
        Path pem = directory.resolve(name + ".pem");
        if (!Files.exists(pem)) {
            keytool("-exportcert", "-rfc", "-alias", "authority", "-file", pem.toString());
        }
        return pem;
    }

    /** @param names as keytool writes them, for example {@code dns:localhost,ip:127.0.0.1} */
    public BrokerTls vouchFor(String names) throws IOException, InterruptedException, GeneralSecurityException {
        String alias = "broker-" + Integer.toHexString(names.hashCode());
        Path request = directory.resolve(alias + ".csr");
        Path certificate = directory.resolve(alias + ".pem");
        Path key = directory.resolve(alias + ".key");
        keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias);
        keytool("-certreq", "-alias", alias, "-file", request.toString());
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=" + names);
        var store = KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
        byte[] bare = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(bare)
                        + "\n-----END PRIVATE KEY-----\n");
        return new BrokerTls(certificate, key);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore",
                directory.resolve(name + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        Path said = directory.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + Files.readString(said));
        }
    }
}
