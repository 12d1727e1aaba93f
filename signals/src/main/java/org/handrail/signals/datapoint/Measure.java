package org.handrail.signals.datapoint;

import java.util.Arrays;
import java.util.List;
import org.handrail.signals.RefusalReason;

/**
 * The schemas whose data points are read. IEEE 1752.1 publishes a body of its own for sleep episodes only; heart rate, RR
 * intervals and step counts stay Open mHealth's there, under IEEE's header.
 */
enum Measure {
    HEART_RATE("omh", "heart-rate", "1.0", "1.1", "2.0"),
    RR_INTERVAL("omh", "rr-interval", "1.0"),
    STEPS_AS_NUMBER("omh", "step-count", "1.0", "2.0"),
    STEPS_WITH_UNIT("omh", "step-count", "3.0"),
    SLEEP_EPISODE("omh", "sleep-episode", "1.0", "1.1"),
    IEEE_SLEEP_EPISODE("ieee", "sleep-episode", "1.0");

    private final String namespace;
    private final String schema;
    private final List<String> versions;

    Measure(String namespace, String schema, String... versions) {
        this.namespace = namespace;
        this.schema = schema;
        this.versions = List.of(versions);
    }

    static Measure of(Field schemaId) {
        String namespace = schemaId.member("namespace").text(64);
        String name = schemaId.member("name").text(64);
        var version = schemaId.member("version");
        String number = version.text(64);
        var known = Arrays.stream(values())
                .filter(measure -> measure.namespace.equals(namespace) && measure.schema.equals(name))
                .toList();
        if (known.isEmpty()) {
            throw schemaId.fault(RefusalReason.UNKNOWN_STREAM, "names no schema whose data points are read here");
        }
        return known.stream()
                .filter(measure -> measure.versions.contains(number))
                .findFirst()
                .orElseThrow(() -> version.fault(RefusalReason.UNKNOWN_VERSION, "is no version that is read here"));
    }

    Reading read(Field body) {
        return switch (this) {
            case HEART_RATE -> HeartRateBody.read(body);
            case RR_INTERVAL -> RrIntervalBody.read(body);
            case STEPS_AS_NUMBER -> StepCountBody.readNumber(body);
            case STEPS_WITH_UNIT -> StepCountBody.readQuantity(body);
            case SLEEP_EPISODE -> SleepEpisodeBody.read(body, "sleep_maintenance_efficiency_percentage");
            case IEEE_SLEEP_EPISODE -> SleepEpisodeBody.read(body, "sleep_efficiency_percentage");
        };
    }
}
