package org.handrail.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A map from the wire as a frame. Every field is checked by name; a fault is a {@link FieldFault}. */
final class FrameReader {

    static final long LONGEST_SPACING_US = Duration.ofHours(1).toNanos() / 1_000;
    static final long LAST_MILLI = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private FrameReader() {}

    static Decoded read(DeviceId device, StreamKind stream, JsonNode map) {
        if (!map.isObject()) {
            throw new FieldFault("payload", "is not a map");
        }
        if (wholeNumber(map, "v", 0, Integer.MAX_VALUE) != FrameCodec.VERSION) {
            return new Decoded.Refused(
                    RefusalReason.UNKNOWN_VERSION, "v: only " + FrameCodec.VERSION + " is spoken here");
        }
        var id = new FrameId(device, wholeNumber(map, "counter", 0, Long.MAX_VALUE));
        var sampledAt = Instant.ofEpochMilli(wholeNumber(map, "sampledAt", 0, LAST_MILLI));
        return new Decoded.Accepted(new SignalFrame(id, stream, sampledAt, content(stream, map)));
    }

    static FrameContent content(StreamKind stream, JsonNode map) {
        return switch (stream) {
            case BEATS -> beats(map);
            case SLEEP -> sleep(map);
            case SELF_REPORT ->
                new SelfReport(
                        word(map, "subject", SelfReport.Subject.values()), (int) wholeNumber(map, "level", 0, 10));
            case ANSWER -> answer(map);
            case DEVICE_STATUS ->
                new DeviceStatus(
                        (int) wholeNumber(map, "battery", 0, 100),
                        word(map, "contact", DeviceStatus.Contact.values()),
                        text(map, "firmware", 64),
                        map.has("zone") ? Optional.of(zone(map)) : Optional.empty());
            case HEART_RATE, SKIN_CONDUCTANCE, SKIN_TEMPERATURE, MOTION, STEPS -> series(map);
        };
    }

    private static Series series(JsonNode map) {
        long spacingUs = wholeNumber(map, "spacingUs", 1, LONGEST_SPACING_US);
        JsonNode resolution = map.path("resolution");
        if (!resolution.isNumber() || !(resolution.asDouble() > 0) || Double.isInfinite(resolution.asDouble())) {
            throw new FieldFault("resolution", "is not a number above zero");
        }
        JsonNode values = array(map, "values", Series.MAX_SAMPLES);
        var ticks = new int[values.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = values.get(i).isNull() ? Series.MISSING : tick(values.get(i));
        }
        return new Series(Duration.ofNanos(spacingUs * 1_000), resolution.asDouble(), IntList.of(ticks));
    }

    private static int tick(JsonNode value) {
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() == Series.MISSING) {
            throw new FieldFault("values", "holds something else than whole numbers of 32 bits and null");
        }
        return value.asInt();
    }

    private static Beats beats(JsonNode map) {
        JsonNode beats = array(map, "beats", Beats.MAX_ENTRIES);
        var entries = new int[beats.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (int) wholeNumber(beats.get(i), "beats", -Beats.MAX_ENTRY_MS, Beats.MAX_ENTRY_MS);
            if (entries[i] == 0) {
                throw new FieldFault("beats", "holds an interval of zero");
            }
        }
        return Beats.of(entries);
    }

    private static Sleep sleep(JsonNode map) {
        var phases = new ArrayList<Sleep.Phase>();
        for (JsonNode phase : array(map, "phases", Sleep.MAX_PHASES)) {
            var length = Duration.ofSeconds(wholeNumber(phase, "seconds", 1, 86_400));
            phases.add(new Sleep.Phase(word(phase, "stage", Sleep.Stage.values()), length));
        }
        return new Sleep(phases);
    }

    private static Answer answer(JsonNode map) {
        Optional<UUID> nudge = map.has("nudge") ? Optional.of(uuid(map, "nudge")) : Optional.empty();
        var choice = word(map, "choice", Answer.Choice.values());
        if (nudge.isEmpty() && choice != Answer.Choice.REACH_OUT) {
            throw new FieldFault("nudge", "is missing, and only reach-out needs none");
        }
        return new Answer(nudge, choice);
    }

    private static ZoneId zone(JsonNode map) {
        String name = text(map, "zone", 64);
        if (!DeviceStatus.isZone(name)) {
            throw new FieldFault("zone", "is not a zone of the IANA database");
        }
        return ZoneId.of(name);
    }

    static UUID uuid(JsonNode map, String field) {
        String value = text(map, field, 36);
        if (!UUID_SHAPE.matcher(value).matches()) {
            throw new FieldFault(field, "is not a UUID in lower case");
        }
        return UUID.fromString(value);
    }

    static long wholeNumber(JsonNode map, String field, long least, long most) {
        JsonNode value = map.isObject() ? map.path(field) : map;
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new FieldFault(field, "is missing or not a whole number");
        }
        if (value.asLong() < least || value.asLong() > most) {
            throw new FieldFault(field, "is not between " + least + " and " + most);
        }
        return value.asLong();
    }

    private static JsonNode array(JsonNode map, String field, int most) {
        JsonNode array = map.path(field);
        if (!array.isArray() || array.isEmpty() || array.size() > most) {
            throw new FieldFault(field, "is not a list of 1 to " + most);
        }
        return array;
    }

    private static String text(JsonNode map, String field, int most) {
        JsonNode value = map.path(field);
        if (!value.isString() || value.asString().length() > most) {
            throw new FieldFault(field, "is missing or not a text of at most " + most + " characters");
        }
        return value.asString();
    }

    private static <E extends Enum<E>> E word(JsonNode map, String field, E[] constants) {
        String value = text(map, field, 64);
        for (E constant : constants) {
            if (FrameWriter.word(constant).equals(value)) {
                return constant;
            }
        }
        throw new FieldFault(field, "is not a word of the protocol");
    }
}
