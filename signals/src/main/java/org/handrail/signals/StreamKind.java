package org.handrail.signals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a stream carries: its name in topics, its UCUM unit and the shape of its frames' content. */
public enum StreamKind {
    BEATS("beats", "ms", Beats.class),
    HEART_RATE("heart-rate", "/min", Series.class),
    SKIN_CONDUCTANCE("skin-conductance", "uS", Series.class),
    SKIN_TEMPERATURE("skin-temperature", "Cel", Series.class),
    /** Standard deviation of the acceleration's magnitude over the span of one sample. */
    MOTION("motion", "[g]", Series.class),
    STEPS("steps", "{steps}", Series.class),
    SLEEP("sleep", "s", Sleep.class),
    SELF_REPORT("self-report", "{score}", SelfReport.class),
    ANSWER("answer", "1", Answer.class),
    DEVICE_STATUS("device-status", "%", DeviceStatus.class);

    private static final Map<String, StreamKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(StreamKind::topicName, kind -> kind));

    private final String topicName;
    private final String ucumUnit;
    private final Class<? extends FrameContent> contentType;

    StreamKind(String topicName, String ucumUnit, Class<? extends FrameContent> contentType) {
        this.topicName = topicName;
        this.ucumUnit = ucumUnit;
        this.contentType = contentType;
    }

    /** The stream of that topic name, or empty: an unknown stream is refused, never guessed. */
    public static Optional<StreamKind> named(String topicName) {
        return Optional.ofNullable(BY_NAME.get(topicName));
    }

    public String topicName() {
        return topicName;
    }

    public String ucumUnit() {
        return ucumUnit;
    }

    /** Whether samples of this stream come from a sensor and so move the mentee's stream time. */
    public boolean isSensor() {
        return contentType == Series.class || contentType == Beats.class;
    }

    Class<? extends FrameContent> contentType() {
        return contentType;
    }
}
