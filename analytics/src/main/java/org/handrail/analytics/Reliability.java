package org.handrail.analytics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether the calibrated risk came true as often as it said. Each word is held against what was foretold from the words
 * before it alone.
 *
 * @param words that could be held against something foretold
 * @param brier mean squared distance between what was foretold and what was said; 0.25 is what always saying one half gets
 * @param bins from the lowest fifth of the scale to the highest; a fifth in which nothing was foretold is absent
 */
public record Reliability(int words, double brier, List<Bin> bins) {

    /**
     * A fifth of the scale.
     *
     * @param foretold mean of what was foretold in it
     * @param hard how many of these moments were called hard
     */
    public record Bin(double from, double to, double foretold, Share hard) {}

    /**
     * How well the score ranks the moments of the same person.
     *
     * @param mean area under the curve, mean over persons; empty where nobody has said enough
     * @param persons who have
     */
    public record WithinPerson(OptionalDouble mean, int persons) {}

    public Reliability {
        bins = List.copyOf(bins);
    }
}
