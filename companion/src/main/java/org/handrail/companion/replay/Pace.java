package org.handrail.companion.replay;

import java.util.OptionalDouble;

/** How fast a recording is played: so many times its own pace, or as fast as it goes. */
public record Pace(OptionalDouble times) {

    public static final Pace MAX = new Pace(OptionalDouble.empty());

    /** @throws IllegalArgumentException where the text is neither "max" nor a number above zero */
    public static Pace of(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        try {
            double times = Double.parseDouble(text);
            if (times > 0 && times <= 100_000) {
                return new Pace(OptionalDouble.of(times));
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number that is no speed.
        }
        throw new IllegalArgumentException("The speed is 'max' or a number above zero, not '" + text + "'.");
    }
}
