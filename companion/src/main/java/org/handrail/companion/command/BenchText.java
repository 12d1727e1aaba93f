package org.handrail.companion.command;

import java.io.PrintStream;
import java.util.Locale;
import org.handrail.companion.bench.IngestBench;
import org.handrail.companion.bench.IngestReport;

/** What the bench of ingest found, for people. */
final class BenchText {

    private final PrintStream out;

    BenchText(PrintStream out) {
        this.out = out;
    }

    void print(IngestReport report) {
        var settings = report.settings();
        say(
                "%n%d watches, frames of about %d bytes, QoS 1, broker %s, fsync and synchronous commit on%n%n",
                settings.devices(),
                IngestBench.PACKET_BYTES,
                settings.broker().name().toLowerCase(Locale.ROOT));
        row(
                "Committed",
                "%,.0f frames/s over %.0f s",
                report.framesPerSecond(),
                report.took().toMillis() / 1000.0);
        row("  broker alone", "%,.0f frames/s", report.brokerFramesPerSecond());
        row("  archive alone", "%,.0f frames/s", report.archiveFramesPerSecond());
        row("  of the lower of both", "%.0f %%", report.ratioToCeiling() * 100);
        row(
                "Publish to commit",
                "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms at %,.0f frames/s",
                report.latency().p50(),
                report.latency().p99(),
                report.latency().p999(),
                report.latencyRate());
        row("CPU for a million frames", "%.1f s", report.cpuSecondsPerMillionFrames());
        report.cpuSecondsPerMillion().forEach((process, seconds) -> row("  " + process, "%.1f s", seconds));
        row(
                "One wearer's day",
                "%.1f MB in %,d frames, indexes included",
                report.bytesPerWearerDay() / 1e6,
                report.framesOfWearerDay());
        row(
                "Published, stored",
                "%,d, %,d; lost %d, doubled %d of all %,d confirmed",
                report.published(),
                report.stored(),
                report.lost(),
                report.doubled(),
                report.checked());
    }

    private void row(String what, String format, Object... values) {
        say("%-26s " + format + "%n", prepend(what, values));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    private static Object[] prepend(String first, Object[] rest) {
        var all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
