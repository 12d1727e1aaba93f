package org.handrail.ingest.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random names and secrets of devices. A secret is 192 random bits, so a plain SHA-256 is enough to keep it by: there is
 * nothing to guess that a slow password hash would make slower, and the broker asks at every sign-in.
 */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    static String nextDeviceName() {
        return HexFormat.of().formatHex(bytes(10));
    }

    static byte[] hashOf(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Takes the same time wherever the two differ. */
    static boolean isOf(String secret, byte[] hash) {
        return MessageDigest.isEqual(hashOf(secret), hash);
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
