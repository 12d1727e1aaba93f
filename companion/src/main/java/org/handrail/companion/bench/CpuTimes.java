package org.handrail.companion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time of processes by name, with that of their children: those that run and those that ended. */
final class CpuTimes {

    /** What Linux counts process times in, whatever the kernel's own clock is. */
    private static final long TICKS_A_SECOND = 100;

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();

    CpuTimes with(String name, ProcessHandle process) {
        processes.put(name, process);
        return this;
    }

    void begin() {
        processes.forEach((name, process) -> before.put(name, spent(process)));
    }

    /** Since the beginning, in seconds. */
    Map<String, Double> end() {
        var spent = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> {
            var since = spent(process).minus(before.getOrDefault(name, Duration.ZERO));
            spent.put(name, since.toMillis() / 1000.0);
        });
        return spent;
    }

    /** The publisher is the parent of others here, so its children are not its own doing. */
    private static Duration spent(ProcessHandle process) {
        if (process.pid() == ProcessHandle.current().pid()) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
        return process.descendants()
                .map(CpuTimes::ownAndEndedChildren)
                .reduce(ownAndEndedChildren(process), Duration::plus);
    }

    private static Duration ownAndEndedChildren(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The program's name stands in brackets and may hold spaces; times are the 14th to the 17th field.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
        } catch (IOException gone) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
