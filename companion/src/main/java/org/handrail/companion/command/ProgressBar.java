package org.handrail.companion.command;

import java.io.PrintStream;
import java.util.Locale;

/** A bar that grows in place on a terminal, and a line for each tenth elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String what;
    private final boolean inPlace;
    private int lastPercent = -1;

    ProgressBar(PrintStream out, String what, boolean inPlace) {
        this.out = out;
        this.what = what;
        this.inPlace = inPlace;
    }

    static ProgressBar onTerminal(String what) {
        return new ProgressBar(System.out, what, System.console() != null);
    }

    /** For commands whose output is read by others. */
    static ProgressBar onErrors(String what) {
        return new ProgressBar(System.err, what, System.console() != null);
    }

    /** @param share 0 to 1 */
    void show(double share) {
        int percent = (int) Math.floor(share * 100);
        if (percent == lastPercent || (!inPlace && percent % 10 != 0)) {
            return;
        }
        lastPercent = percent;
        if (!inPlace) {
            out.println(what + " " + percent + " %");
            return;
        }
        int filled = (int) (share * WIDTH);
        out.printf(Locale.ROOT, "\r%s [%s%s] %3d %%", what, "=".repeat(filled), " ".repeat(WIDTH - filled), percent);
        if (percent == 100) {
            out.println();
        }
        out.flush();
    }
}
