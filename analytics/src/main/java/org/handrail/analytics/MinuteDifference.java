package org.handrail.analytics;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * In which of its parts one account of a minute differs from another, bit for bit.
 *
 * @param parts by the names that {@link MinuteRecord} gives them
 */
public record MinuteDifference(MinuteRecord stored, MinuteRecord recomputed, List<String> parts) {

    public MinuteDifference {
        parts = List.copyOf(parts);
    }

    /** What the record did not keep of a minute, as of one written by an earlier version of it, is no difference. */
    public static MinuteDifference between(MinuteRecord stored, MinuteRecord recomputed) {
        var parts = new ArrayList<String>();
        for (var part : MinuteRecord.class.getRecordComponents()) {
            var kept = valueOf(part, stored);
            if (!kept.equals(valueOf(part, recomputed)) && !isNothing(kept)) {
                parts.add(part.getName());
            }
        }
        return new MinuteDifference(stored, recomputed, parts);
    }

    public boolean isNone() {
        return parts.isEmpty();
    }

    /** Whether the record holds all that was found of the minute. */
    public boolean isWhole() {
        return stored.equals(recomputed);
    }

    private static boolean isNothing(Object kept) {
        return kept.equals(List.of()) || kept.equals(RiskScore.UNKNOWN);
    }

    private static Object valueOf(RecordComponent part, MinuteRecord minute) {
        try {
            return Objects.requireNonNull(part.getAccessor().invoke(minute));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A part of a minute cannot be read: " + part.getName(), impossible);
        }
    }
}
