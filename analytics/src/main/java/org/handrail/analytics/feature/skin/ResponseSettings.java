package org.handrail.analytics.feature.skin;

/**
 * What counts as a skin conductance response, and when they can be seen at all.
 *
 * @param leastAmplitude from trough to peak, µS
 * @param hysteresis how far the signal turns back before a peak or a trough is believed, µS
 * @param leastRiseS shortest rise, seconds
 * @param mostRiseS longest rise, seconds; a longer one counts by what it gained in its last {@code mostRiseS}
 * @param leastLevel median of a minute below which its responses are unknown, µS
 */
public record ResponseSettings(
        double leastAmplitude, double hysteresis, double leastRiseS, double mostRiseS, double leastLevel) {

    public static final ResponseSettings STANDARD = new ResponseSettings(0.05, 0.01, 0.5, 6, 0.25);

    public ResponseSettings {
        if (!(leastAmplitude > 0 && hysteresis > 0 && leastRiseS >= 0 && mostRiseS > leastRiseS)) {
            throw new IllegalArgumentException(
                    "Amplitude and hysteresis must be above 0, and the longest rise longer than the shortest");
        }
    }
}
