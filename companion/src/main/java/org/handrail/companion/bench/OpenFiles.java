package org.handrail.companion.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections one process of this machine may have. */
final class OpenFiles {

    /** Of a house beside its connections: jars, journals, database, pages. */
    private static final int FOR_THE_REST = 400;

    private OpenFiles() {}

    static int connectionsAtMost() {
        long most = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Integer.MAX_VALUE;
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, most - FOR_THE_REST));
    }
}
