package org.handrail.signals;

/**
 * The thing on the wrist, by an opaque name: 4 to 40 lower-case letters, digits or dashes. It stands in topics and logs,
 * so it must never say anything about a person.
 */
public record DeviceId(String value) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;

    public DeviceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A device id is 4 to 40 lower-case letters, digits or dashes");
        }
        // What is remembered of ten thousand mentees holds half a million of these.
        value = value.intern();
    }

    public static boolean isValid(String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST || value.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
