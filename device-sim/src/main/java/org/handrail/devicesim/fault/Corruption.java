package org.handrail.devicesim.fault;

/** What becomes of a payload on its way out of a watch whose memory or firmware is not sound. */
public enum Corruption {
    /** The bytes end in the middle. */
    CUT_SHORT,
    /** The counter is a text. */
    WRONG_TYPE,
    /** The version is one that nobody speaks. */
    OTHER_VERSION,
    /** Every sample is one that no wrist can show. */
    IMPOSSIBLE_VALUES,
    /** The topic ends in a stream that nobody knows. */
    UNKNOWN_STREAM,
    /** The payload is followed by more bytes than a frame may have. */
    TOO_LARGE
}
