package org.handrail.analytics.feature;

/** The features that are compared with the personal baseline. The order is part of the stored state. */
public enum Feature {
    /** Mean heart rate, per minute. */
    HEART_RATE,
    /** Natural logarithm of RMSSD in ms. */
    LN_RMSSD,
    /** Natural logarithm of the median skin conductance in µS. */
    LN_SKIN_LEVEL,
    /** Slope of the skin conductance by least squares, µS per minute. */
    SKIN_SLOPE,
    /** Skin conductance responses in the minute. */
    SKIN_RESPONSES,
    /** Natural logarithm of the mean motion in g, not below ln 0.0001. */
    LN_MOVEMENT,
    /** Natural logarithm of the skin conductance over what it was in the last twenty minutes. */
    SKIN_RISE
}
