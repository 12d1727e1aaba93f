package org.handrail.companion.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What the bench found.
 *
 * @param framesPerSecond committed, from the first frame sent to the last one committed
 * @param took from the first frame sent to the last one committed
 * @param latencyRate frames a second while the latency was measured
 * @param cpuSecondsPerMillion of each process, for a million committed frames
 * @param published of the sustained load, those that the publisher saw confirmed
 * @param stored of the sustained load, rows in the archive
 * @param lost of all loads, confirmed and not in the archive
 * @param doubled of all loads, more than once in the archive
 * @param checked how many confirmed frames of all loads were looked for
 */
public record IngestReport(
        BenchSettings settings,
        double framesPerSecond,
        Duration took,
        Latency latency,
        double latencyRate,
        double brokerFramesPerSecond,
        double archiveFramesPerSecond,
        Map<String, Double> cpuSecondsPerMillion,
        long bytesPerWearerDay,
        long framesOfWearerDay,
        long published,
        long stored,
        long lost,
        long doubled,
        long checked) {

    /** From the instant at which a frame was due to the commit that stored it, in ms. */
    public record Latency(double p50, double p99, double p999) {}

    public double lowerCeiling() {
        return Math.min(brokerFramesPerSecond, archiveFramesPerSecond);
    }

    public double ratioToCeiling() {
        return framesPerSecond / lowerCeiling();
    }

    public double cpuSecondsPerMillionFrames() {
        return cpuSecondsPerMillion.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
