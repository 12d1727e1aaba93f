package org.handrail.companion.coordinatorpage;

import java.util.List;

/**
 * How well Handrail asks, in words. Nobody is named.
 *
 * @param figures of the last four weeks, a sentence each
 * @param trust whether what it foretells comes true, a sentence each
 * @param rows what was foretold beside what was said
 */
record AskingSheet(List<String> figures, List<String> trust, List<Row> rows) {

    /** One fifth of the scale. */
    record Row(String range, String foretold, String said, String basis) {}

    AskingSheet {
        figures = List.copyOf(figures);
        trust = List.copyOf(trust);
        rows = List.copyOf(rows);
    }
}
