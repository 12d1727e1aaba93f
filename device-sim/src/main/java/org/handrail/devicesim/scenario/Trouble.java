package org.handrail.devicesim.scenario;

/**
 * What a strained stretch is about. To the body both are the same strain here (our assumption: craving raises heart rate and
 * skin conductance too, and nothing a wrist measures tells the two apart).
 */
public enum Trouble {
    STRAIN("strains"),
    CRAVING("cravings");

    private final String key;

    Trouble(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
