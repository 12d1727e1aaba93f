package org.handrail.companion.bench;

import java.time.Duration;

/**
 * What a load came to.
 *
 * @param connecting until all watches were connected
 * @param figures from then on
 * @param tally of the whole run, frame by frame
 */
public record LoadReport(SimLoadSettings settings, Duration connecting, long storms, LoadFigures figures, Tally tally) {

    public boolean isWhole() {
        return tally.lost() == 0 && tally.doubled() == 0;
    }
}
