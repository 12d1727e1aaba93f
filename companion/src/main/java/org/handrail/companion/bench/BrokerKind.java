package org.handrail.companion.bench;

/** Which broker stands between the watches and ingest, and what is expected of it on a machine of two cores. */
public enum BrokerKind {
    /** In the process of ingest, as in a house of its own. */
    EMBEDDED(8_000),
    /** A process of its own. */
    MOSQUITTO(20_000);

    private final int targetFramesPerSecond;

    BrokerKind(int targetFramesPerSecond) {
        this.targetFramesPerSecond = targetFramesPerSecond;
    }

    /** How long a frame is under way is measured at half of this. */
    int targetFramesPerSecond() {
        return targetFramesPerSecond;
    }
}
