package org.handrail.ingest.pairing;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.handrail.ingest.PairingCode;

/**
 * Hashes a pairing code. There are only 656 billion of them, which a plain hash would give away to a reader of the database
 * within minutes; each hash therefore costs 120,000 rounds of PBKDF2, and trying half of all codes takes one graphics card
 * weeks while a code is good for ten minutes. The salt is the database's own, so that no list made beforehand helps, and
 * the same for all of its codes, so that a code can be found by its hash.
 */
record CodeHash(byte[] salt) {

    private static final int ROUNDS = 120_000;
    private static final int BITS = 256;

    byte[] of(PairingCode code) {
        try {
            var key = new PBEKeySpec(code.value().toCharArray(), salt, ROUNDS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has PBKDF2", impossible);
        }
    }
}
