package org.handrail.devicesim.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Some hours of somebody who wears a watch, minute by minute, as moulds for frames. Who walks through them to the end begins
 * anew. Cannot change, so any number of lines may walk through the same ones.
 */
record WornMinutes(List<List<Piece>> minutes) {

    /**
     * One frame of a minute.
     *
     * @param startMs where its content begins, after the beginning of the minute
     */
    record Piece(FrameMould mould, int startMs) {}

    WornMinutes {
        minutes = List.copyOf(minutes);
    }

    List<Piece> at(long index) {
        return minutes.get((int) Math.floorMod(index, (long) minutes.size()));
    }

    /** The same, but for some minutes from that one on. */
    WornMinutes with(int from, List<List<Piece>> others) {
        var changed = new ArrayList<>(minutes);
        for (int i = 0; i < others.size(); i++) {
            changed.set(Math.floorMod(from + i, changed.size()), others.get(i));
        }
        return new WornMinutes(changed);
    }
}
