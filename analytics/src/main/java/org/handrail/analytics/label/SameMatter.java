package org.handrail.analytics.label;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which words are about the same matter, and which of them stands: the later one. Words of one subject are about the same
 * matter where they answer the same question, belong to the same risk window, or were said within half an hour of each
 * other; never where they answer different questions. Silence gives way to any answer, whenever that was pressed.
 */
final class SameMatter {

    static final Duration NEAR = Duration.ofMinutes(30);

    private static final Comparator<Label> EARLIER_FIRST = Comparator.comparing(
                    (Label label) -> !label.said().isNothing())
            .thenComparing(Label::at)
            .thenComparing(Label::id);

    private SameMatter() {}

    /**
     * What changes with this word: who is superseded by whom.
     *
     * @param others of the same mentee, near it in time or of the same question or window; it may be among them
     */
    static Map<UUID, UUID> settle(Label label, List<Label> others) {
        var superseded = new HashMap<UUID, UUID>();
        var related = others.stream()
                .filter(other -> !other.id().equals(label.id()) && isOneMatter(label, other))
                .sorted(EARLIER_FIRST)
                .toList();
        for (var other : related) {
            if (EARLIER_FIRST.compare(other, label) < 0) {
                superseded.put(other.id(), label.id());
            } else {
                superseded.putIfAbsent(label.id(), other.id());
            }
        }
        return superseded;
    }

    static boolean isOneMatter(Label one, Label other) {
        if (one.said().subject() != other.said().subject()) {
            return false;
        }
        if (one.said().isNothing() || other.said().isNothing()) {
            return isOneQuestion(one, other);
        }
        if (one.nudge().isPresent() && other.nudge().isPresent()) {
            return isOneQuestion(one, other);
        }
        boolean isOneWindow = one.window().isPresent() && one.window().equals(other.window());
        return isOneWindow || Duration.between(one.at(), other.at()).abs().compareTo(NEAR) <= 0;
    }

    private static boolean isOneQuestion(Label one, Label other) {
        return one.nudge().isPresent() && one.nudge().equals(other.nudge());
    }
}
