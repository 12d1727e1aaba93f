package org.handrail.analytics.detection;

import java.util.Arrays;

/**
 * Who wrote a stored state.
 *
 * @param codec the version of the bytes
 * @param method the version of the rule set that remembers them: numbers with dots between them
 */
public record StateVersion(int codec, String method) {

    /**
     * Whether a later build than one of that version wrote it. A method that is no number is nobody's past, so it is taken for
     * later.
     */
    public boolean isLaterThan(StateVersion other) {
        if (method.equals(other.method)) {
            return codec > other.codec;
        }
        int[] own = numbers();
        return own.length == 0 || Arrays.compare(own, other.numbers()) > 0;
    }

    /** Empty where the method is no number. */
    private int[] numbers() {
        return method.matches("\\d{1,9}(\\.\\d{1,9})*")
                ? Arrays.stream(method.split("\\.")).mapToInt(Integer::parseInt).toArray()
                : new int[0];
    }

    @Override
    public String toString() {
        return "method " + method + " (codec " + codec + ")";
    }
}
