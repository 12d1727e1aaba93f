package org.handrail.analytics.feature.heart;

import java.util.List;
import java.util.stream.Stream;

/**
 * Beats that do not fit, by kind, as indices into the peaks in which they were found, ascending.
 *
 * @param ectopic came early and were made up for, or came from elsewhere
 * @param missed a beat is missing before this one
 * @param extra is no beat
 * @param longShort neither, but too far from its surroundings
 */
public record BeatArtefacts(List<Integer> ectopic, List<Integer> missed, List<Integer> extra, List<Integer> longShort) {

    public static final BeatArtefacts NONE = new BeatArtefacts(List.of(), List.of(), List.of(), List.of());

    public BeatArtefacts {
        ectopic = List.copyOf(ectopic);
        missed = List.copyOf(missed);
        extra = List.copyOf(extra);
        longShort = List.copyOf(longShort);
    }

    /** The indices of all kinds. */
    Stream<Integer> all() {
        return Stream.of(ectopic, missed, extra, longShort).flatMap(List::stream);
    }

    public int count() {
        return ectopic.size() + missed.size() + extra.size() + longShort.size();
    }
}
