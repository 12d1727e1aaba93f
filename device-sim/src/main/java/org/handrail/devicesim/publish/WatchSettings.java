package org.handrail.devicesim.publish;

import java.time.Duration;
import org.handrail.signals.FrameCodec;

/**
 * How a watch keeps and sends.
 *
 * @param keptAtMost frames that it keeps until they are confirmed; whoever has more must wait
 * @param inFlightAtMost of these, how many are under way at once; the broker may allow fewer
 * @param confirmedKept how long it keeps a frame that was confirmed, to send it again should the connection be lost meanwhile:
 *     longer than the broker takes to save, and zero for a broker that saves before it confirms
 * @param reconnectAfter how long it waits after a lost connection, doubled with every failure up to {@code reconnectAtMost}
 * @param sessionExpiry how long the broker keeps nudges for a watch that is away
 */
public record WatchSettings(
        int keptAtMost,
        int inFlightAtMost,
        Duration confirmedKept,
        Duration reconnectAfter,
        Duration reconnectAtMost,
        Duration sessionExpiry,
        FrameCodec.Format format) {

    public WatchSettings {
        if (keptAtMost < 1 || inFlightAtMost < 1 || inFlightAtMost > 65_535) {
            throw new IllegalArgumentException("A watch keeps at least one frame and sends 1 to 65535 at once");
        }
        if (reconnectAfter.toMillis() < 1 || reconnectAtMost.compareTo(reconnectAfter) < 0) {
            throw new IllegalArgumentException("A watch waits a while before it connects again, and never less later");
        }
    }

    public static WatchSettings defaults() {
        return new WatchSettings(
                512,
                64,
                Duration.ofSeconds(30),
                Duration.ofMillis(250),
                Duration.ofSeconds(20),
                Duration.ofHours(12),
                FrameCodec.Format.CBOR);
    }
}
