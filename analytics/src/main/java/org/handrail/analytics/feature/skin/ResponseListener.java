package org.handrail.analytics.feature.skin;

/** Hears of responses while samples run through a {@link ResponseDetector}. */
interface ResponseListener {

    void confirmed(Response response);

    /** The response last confirmed has lost half of its amplitude, {@code seconds} after its peak. */
    void halfRecovered(double seconds);
}
