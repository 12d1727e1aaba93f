package org.handrail.devicesim.load;

import java.time.Duration;

/**
 * How the watches of a crowd behave.
 *
 * @param seed of their people and of every chance
 * @param inFlightAtMost frames under way at once on one connection; the broker may allow fewer
 * @param connectingAtMost connections that are being made at once; the others wait, as behind one provider
 * @param reconnectAfter longest first wait after a lost connection, doubled with every failure up to {@code reconnectAtMost};
 *     each waits a random part of it
 * @param keepAlive longest quiet on a line that the broker has to bear
 * @param patience how long a confirmation may take before the line is given up
 * @param remembered minutes that a watch has been worn before, sent when it first connects
 * @param rememberedByReadable the same of those whose wearers can be strained, so that what is usual for them is known
 */
public record CrowdSettings(
        long seed,
        int inFlightAtMost,
        int connectingAtMost,
        Duration reconnectAfter,
        Duration reconnectAtMost,
        Duration keepAlive,
        Duration patience,
        int remembered,
        int rememberedByReadable) {

    public CrowdSettings {
        if (inFlightAtMost < 1 || connectingAtMost < 1) {
            throw new IllegalArgumentException("A crowd has at least one frame and one connection under way");
        }
        if (reconnectAfter.toMillis() < 4 || reconnectAtMost.compareTo(reconnectAfter) < 0) {
            throw new IllegalArgumentException("A watch waits a while before it connects again, and never less later");
        }
        if (remembered < 0 || rememberedByReadable < remembered || rememberedByReadable > WornHours.MINUTES / 2) {
            throw new IllegalArgumentException("A watch remembers 0 to " + WornHours.MINUTES / 2
                    + " minutes here, and no less where its wearer can be strained");
        }
    }

    /** With the minutes that pass while the others connect, five are known: what the longest figures look back on. */
    public static CrowdSettings ofSeed(long seed) {
        return new CrowdSettings(
                seed,
                16,
                128,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                3,
                24);
    }
}
