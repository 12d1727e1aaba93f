package org.handrail.devicesim.load;

import java.time.Duration;

/**
 * How each watch of a load behaves.
 *
 * @param inFlightAtMost frames under way at once on one connection; the broker may allow fewer
 * @param packetBytes size of one frame on the wire, roughly: topic, counter and samples together
 * @param confirmedKept how long a confirmed frame is kept, to be sent again should the connection break meanwhile: longer
 *     than a broker takes to save what it has confirmed
 * @param reconnectAfter pause after a lost connection
 * @param keepAlive longest quiet on a line before the broker is asked whether it is still there
 */
public record LoadSettings(
        int inFlightAtMost, int packetBytes, Duration confirmedKept, Duration reconnectAfter, Duration keepAlive) {

    public LoadSettings {
        if (inFlightAtMost < 1 || inFlightAtMost > 65_535) {
            throw new IllegalArgumentException("A watch has 1 to 65,535 frames under way");
        }
        if (packetBytes < 128 || packetBytes > 8_192) {
            throw new IllegalArgumentException("A frame of a load has 128 to 8,192 bytes");
        }
        if (reconnectAfter.toMillis() < 1 || keepAlive.toSeconds() < 1 || keepAlive.toSeconds() > 65_535) {
            throw new IllegalArgumentException("A watch waits before it connects again, and is never quiet for ever");
        }
    }

    public static LoadSettings defaults() {
        return new LoadSettings(64, 500, Duration.ZERO, Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    public LoadSettings withInFlightAtMost(int changed) {
        return new LoadSettings(changed, packetBytes, confirmedKept, reconnectAfter, keepAlive);
    }

    public LoadSettings withConfirmedKept(Duration changed) {
        return new LoadSettings(inFlightAtMost, packetBytes, changed, reconnectAfter, keepAlive);
    }
}
