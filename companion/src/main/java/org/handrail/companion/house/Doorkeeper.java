package org.handrail.companion.house;

/** Who may change the broker's list of devices, through Mosquitto's dynamic-security plugin. */
public record Doorkeeper(String user, String secret) {

    /** Leaves the secret out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Doorkeeper[" + user + "]";
    }
}
