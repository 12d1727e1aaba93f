package org.handrail.signals;

import java.util.regex.Pattern;

/**
 * The thing on the wrist, by an opaque name: 4 to 40 lower-case letters, digits or dashes. It stands in topics and logs,
 * so it must never say anything about a person.
 */
public record DeviceId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{3,39}");

    public DeviceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A device id is 4 to 40 lower-case letters, digits or dashes");
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
