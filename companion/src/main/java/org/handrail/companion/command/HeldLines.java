package org.handrail.companion.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines that are held back while something else is on the terminal, and printed in order from then on. */
final class HeldLines {

    private final PrintStream out;
    private final List<String> held = new ArrayList<>();
    private boolean released;

    HeldLines(PrintStream out) {
        this.out = out;
    }

    synchronized void add(String line) {
        if (released) {
            out.println(line);
        } else {
            held.add(line);
        }
    }

    synchronized void release() {
        held.forEach(out::println);
        held.clear();
        released = true;
    }
}
