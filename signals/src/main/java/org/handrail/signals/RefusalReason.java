package org.handrail.signals;

/** Why a message was not taken into the archive. A closed list: whatever is refused is counted under one of these. */
public enum RefusalReason {
    UNKNOWN_TOPIC("the topic is not one of the protocol's"),
    UNKNOWN_STREAM("no stream has this name"),
    TOO_LARGE("the payload is larger than a frame may be"),
    UNKNOWN_FORMAT("the content type is neither CBOR nor JSON, or not what the payload is"),
    MALFORMED("the payload is neither CBOR nor JSON of a frame"),
    UNKNOWN_VERSION("the payload's version is not spoken here"),
    NOT_PAIRED("the device is not paired with a mentee"),
    NO_CONSENT("the mentee does not consent to collection"),
    IMPLAUSIBLE("a sample is outside what a wrist can show"),
    FROM_THE_FUTURE("the samples are dated later than now"),
    TOO_OLD("the samples are older than the archive takes in"),
    TOO_MANY("the device sends more than it can have measured"),
    COUNTER_REUSED("the device has used the counter before, for a frame of another time");

    private final String sentence;

    RefusalReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
