package org.handrail.signals;

import java.util.Optional;

/** The topic grammar, version 1: {@code handrail/1/{device}/up/{stream}} and {@code handrail/1/{device}/down/{kind}}. */
public final class Topics {

    /** Everything that watches send. */
    public static final String EVERY_UP = "handrail/1/+/up/+";

    /**
     * Last level of the topic under which a watch says whether it is connected: retained, and left as its last will. Its
     * payload is {@link WatchConnection}, no frame.
     */
    public static final String CONNECTION = "connection";

    private static final String ROOT = "handrail/1/";

    private Topics() {}

    /** The two words that an up topic holds. The stream is still a word: it may be one that nobody knows. */
    public record Up(DeviceId device, String stream) {}

    public static String up(DeviceId device, StreamKind stream) {
        return ROOT + device + "/up/" + stream.topicName();
    }

    public static String connection(DeviceId device) {
        return ROOT + device + "/up/" + CONNECTION;
    }

    public static String nudge(DeviceId device) {
        return ROOT + device + "/down/nudge";
    }

    /** All that is meant for this device. */
    public static String everyDown(DeviceId device) {
        return ROOT + device + "/down/+";
    }

    /** What an up topic holds, or empty where the topic is none. */
    public static Optional<Up> parseUp(String topic) {
        String[] levels = topic.split("/", -1);
        boolean isUp =
                levels.length == 5 && topic.startsWith(ROOT) && levels[3].equals("up") && DeviceId.isValid(levels[2]);
        return isUp ? Optional.of(new Up(new DeviceId(levels[2]), levels[4])) : Optional.empty();
    }
}
