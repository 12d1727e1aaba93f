package org.handrail.devicesim.scenario;

/** What can go wrong at the wrist in a scenario. */
public enum FaultKind {
    /** The sensors are silent, the device goes on and says that nobody wears it. */
    NOT_WORN("not worn"),
    /** Nothing gets through; what the device made meanwhile arrives when it is over. */
    NETWORK_LOSS("network loss"),
    /** Nothing is made, and nothing arrives later. */
    BATTERY_EMPTY("battery empty");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
