package org.handrail.companion.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is measured.
 *
 * @param frames ends the sustained load early
 * @param rate of the sustained load; empty for as fast as frames are committed
 * @param directory of database, broker and log; belongs to this run alone
 * @param properties {@code name=value} of ingest's settings, over its defaults
 */
public record BenchSettings(
        BrokerKind broker,
        int devices,
        OptionalLong frames,
        OptionalDouble rate,
        Duration length,
        Path directory,
        List<String> properties) {

    public BenchSettings {
        if (devices < 1 || devices > 5_000) {
            throw new IllegalArgumentException("A bench has 1 to 5,000 devices");
        }
        if (frames.isPresent() && frames.getAsLong() < 1) {
            throw new IllegalArgumentException("A bench sends at least one frame");
        }
        if (rate.isPresent() && !(rate.getAsDouble() > 0)) {
            throw new IllegalArgumentException("A rate is more than zero frames a second");
        }
        if (length.toSeconds() < 1) {
            throw new IllegalArgumentException("A bench lasts a second at least");
        }
        properties = List.copyOf(properties);
    }

    /** The wanted number, or fewer where that many frames were not asked for. */
    long framesAtMost(long wanted) {
        return Math.min(wanted, frames.orElse(Long.MAX_VALUE));
    }
}
