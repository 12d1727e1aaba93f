package org.handrail.companion.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;

/**
 * Where the simulated watches lie between two starts of the demo. A real watch keeps its own secret, and the house knows only a
 * hash of it, so somebody has to play the watch's memory. Readable by its owner only.
 */
final class WatchDrawer {

    private final Path file;

    WatchDrawer(Path directory) {
        this.file = directory.resolve("watches.properties");
    }

    /** The watch of this mentee, paired now if there is none yet. */
    WatchCredential watchOf(Person mentee, Pairings pairings, String brokerUrl) {
        var watches = read();
        String device = watches.getProperty(mentee.id() + ".device");
        String secret = watches.getProperty(mentee.id() + ".secret");
        if (device == null || secret == null) {
            DeviceCredential paired = pairings.pair(mentee.asMentee());
            watches.setProperty(mentee.id() + ".device", paired.device().value());
            watches.setProperty(mentee.id() + ".secret", paired.secret());
            write(watches);
            return new WatchCredential(brokerUrl, paired.device(), paired.secret());
        }
        return new WatchCredential(brokerUrl, new DeviceId(device), secret);
    }

    private Properties read() {
        var watches = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                watches.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return watches;
    }

    private void write(Properties watches) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newOutputStream(file)) {
                watches.store(out, "Secrets of the demo's simulated watches");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
