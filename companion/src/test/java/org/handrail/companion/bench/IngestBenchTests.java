package org.handrail.companion.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(240)
class IngestBenchTests {

    private static final long FRAMES = 3_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(BrokerKind.class)
    void everyFrameIsFoundInTheArchiveOnceAndTheFiguresFitEachOther(BrokerKind broker) throws Exception {
        assumeTrue(
                broker == BrokerKind.EMBEDDED || Files.isExecutable(Path.of("/usr/sbin/mosquitto")),
                "Skipped: Mosquitto is not installed");
        var progress = new ArrayList<Double>();
        var settings = new BenchSettings(
                broker,
                20,
                OptionalLong.of(FRAMES),
                OptionalDouble.of(1_000),
                Duration.ofSeconds(10),
                folder,
                List.of());

        var report = new IngestBench(settings, Clock.systemUTC(), progress::add).run();

        assertThat(report.published()).isEqualTo(FRAMES);
        assertThat(report.stored()).isEqualTo(FRAMES);
        assertThat(report.lost()).isZero();
        assertThat(report.doubled()).isZero();
        assertThat(report.checked()).isGreaterThan(FRAMES);
        assertThat(report.framesPerSecond()).isCloseTo(1_000, within(200.0));
        assertThat(report.latency().p50())
                .isPositive()
                .isLessThanOrEqualTo(report.latency().p99());
        assertThat(report.brokerFramesPerSecond()).isPositive();
        assertThat(report.archiveFramesPerSecond()).isPositive();
        assertThat(report.cpuSecondsPerMillion().values())
                .allSatisfy(seconds -> assertThat(seconds).isPositive());
        assertThat(report.framesOfWearerDay()).isGreaterThan(10_000);
        assertThat(report.bytesPerWearerDay()).isGreaterThan(report.framesOfWearerDay() * 50);
        assertThat(progress).isSorted().endsWith(1.0);
    }
}
