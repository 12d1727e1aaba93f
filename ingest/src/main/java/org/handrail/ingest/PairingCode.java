package org.handrail.ingest;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code by which a watch is paired once: 8 characters out of 30, none of which is taken for another (no 0 and O, no 1, I
 * and L, no U that reads as V). That is one of 656 billion, a little more than 39 bits.
 */
public record PairingCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    public PairingCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("This is no pairing code");
        }
    }

    public static PairingCode next() {
        var value = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new PairingCode(value.toString());
    }

    /** Reads it as people type it: in small letters, with a dash or spaces. Empty where it cannot be one. */
    public static Optional<PairingCode> parse(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        var value = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() ? Optional.of(new PairingCode(value)) : Optional.empty();
    }

    /** As it is shown: "ABCD-EFGH". */
    public String grouped() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    /** Leaves the code out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "PairingCode";
    }
}
