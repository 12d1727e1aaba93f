package org.handrail.companion.coordinatorpage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceOverview;
import org.handrail.signals.StreamKind;

/** What a coordinator had better ask about, of one watch, in plain words. */
final class Concerns {

    private static final int NAMED_AT_MOST = 2;

    private Concerns() {}

    static Optional<String> of(DeviceOverview device, PlainTimes times) {
        if (device.lastReceivedAt().isEmpty()) {
            return Optional.of("never heard from");
        }
        var condition = device.condition();
        var concerns = new ArrayList<String>();
        silent(condition.silent(), times).ifPresent(concerns::add);
        condition.batteryLowSince().ifPresent(since -> concerns.add(battery(device) + "low since " + times.at(since)));
        condition.notWornSince().ifPresent(since -> concerns.add("not on a wrist since " + times.at(since)));
        return concerns.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", concerns));
    }

    private static String battery(DeviceOverview device) {
        return "battery "
                + device.status()
                        .map(status -> status.batteryPercent() + " %, ")
                        .orElse("");
    }

    private static Optional<String> silent(Map<StreamKind, Instant> silent, PlainTimes times) {
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
