package org.handrail.ingest;

import java.util.regex.Pattern;

/**
 * What a device says that it is when it is paired: part of the provenance of everything that it measures.
 *
 * @param model as its maker calls it, 1 to 64 printable characters
 * @param firmware the version that runs on it, likewise
 */
public record DeviceMake(String model, String firmware) {

    /** Nothing that only looks empty, breaks a line or turns the direction of writing. */
    private static final Pattern SHAPE = Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,64}");

    public DeviceMake {
        if (!isSayable(model) || !isSayable(firmware)) {
            throw new IllegalArgumentException("Model and firmware are 1 to 64 printable characters each");
        }
    }

    /** Whether this can be a model or a firmware. */
    public static boolean isSayable(String text) {
        return SHAPE.matcher(text).matches();
    }
}
