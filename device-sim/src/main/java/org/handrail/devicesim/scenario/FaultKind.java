package org.handrail.devicesim.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handrail.devicesim.fault.Fault;

/** What can go wrong at a wrist in a scenario, as its file calls it. */
public enum FaultKind {
    NOT_WORN("not worn", Fault.OffWrist.class),
    CHARGING("charging", Fault.Charging.class, "to"),
    BATTERY_EMPTY("battery empty", Fault.BatteryDeath.class, "runs down"),
    MISSED_BEATS("missed beats", Fault.MissedBeats.class, "share"),
    MOTION_ARTIFACTS("motion artifacts", Fault.MotionArtifacts.class, "bursts an hour", "lasting"),
    CLOCK_DRIFT("clock drift", Fault.ClockDrift.class, "gains", "loses"),
    CLOCK_JUMP("clock jump", Fault.ClockJump.class, "ahead", "behind"),
    LOCAL_TIME("local time", Fault.LocalTime.class, "zone"),
    RESTART("restart", Fault.Restart.class, "counter"),
    NETWORK_LOSS("network loss", Fault.NetworkLoss.class),
    LOST_FRAMES("lost frames", Fault.LostFrames.class, "share"),
    DOUBLED_FRAMES("doubled frames", Fault.DoubledFrames.class, "share", "after"),
    SHUFFLED_FRAMES("shuffled frames", Fault.ShuffledFrames.class, "share", "at most"),
    CORRUPT_FRAMES("corrupt frames", Fault.CorruptFrames.class, "share", "how");

    private final String words;
    private final Class<? extends Fault> type;
    private final List<String> keys;

    FaultKind(String words, Class<? extends Fault> type, String... keys) {
        this.words = words;
        this.type = type;
        this.keys = List.of(keys);
    }

    public String words() {
        return words;
    }

    /** What can be said of it beside what, from and for. */
    List<String> keys() {
        return keys;
    }

    static FaultKind of(Fault fault) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(fault))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, FaultKind> named() {
        var named = new LinkedHashMap<String, FaultKind>();
        Arrays.stream(values()).forEach(kind -> named.put(kind.words, kind));
        return named;
    }
}
