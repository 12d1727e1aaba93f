package org.handrail.companion.coordinatorpage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.StreamKind;

/** What has fallen silent of a watch, in plain words. */
final class SilentStreams {

    private static final int NAMED_AT_MOST = 2;

    private SilentStreams() {}

    static Optional<String> inWords(Map<StreamKind, Instant> silent, PlainTimes times) {
        return silent.values().stream().max(Comparator.naturalOrder()).map(last -> {
            if (silent.size() > NAMED_AT_MOST) {
                return "silent since " + times.at(last);
            }
            return silent.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> "no " + word(entry.getKey()) + " since " + times.at(entry.getValue()))
                    .collect(Collectors.joining(", "));
        });
    }

    private static String word(StreamKind stream) {
        return switch (stream) {
            case BEATS -> "heart beats";
            case HEART_RATE -> "heart rate";
            case SKIN_CONDUCTANCE -> "skin conductance";
            case SKIN_TEMPERATURE -> "skin temperature";
            case MOTION -> "movement";
            case STEPS -> "steps";
            case SLEEP -> "sleep";
            case SELF_REPORT -> "reports";
            case ANSWER -> "answers";
            case DEVICE_STATUS -> "word of itself";
        };
    }
}
