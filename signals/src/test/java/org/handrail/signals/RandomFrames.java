package org.handrail.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Frames of every stream with arbitrary content, for property tests. */
final class RandomFrames {

    private static final String[] ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toArray(String[]::new);

    private final RandomGenerator random;

    RandomFrames(RandomGenerator random) {
        this.random = random;
    }

    SignalFrame next(StreamKind stream) {
        var device = new DeviceId("dev-" + Integer.toHexString(random.nextInt(0x1000, 0xffff)));
        var id = new FrameId(device, random.nextLong(0, Long.MAX_VALUE));
        var sampledAt = Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
        return new SignalFrame(id, stream, sampledAt, content(stream));
    }

    private FrameContent content(StreamKind stream) {
        return switch (stream) {
            case BEATS -> beats();
            case SLEEP -> sleep();
            case SELF_REPORT -> new SelfReport(pick(SelfReport.Subject.values()), random.nextInt(11));
            case ANSWER -> answer();
            case DEVICE_STATUS -> status();
            default -> series();
        };
    }

    private Series series() {
        int[] ticks = random.ints(random.nextInt(1, 300)).toArray();
        double resolution = Math.pow(10, -random.nextInt(0, 7));
        return new Series(Duration.ofNanos(random.nextLong(1, 3_600_000_000L) * 1_000), resolution, IntList.of(ticks));
    }

    private Beats beats() {
        int[] entries = random.ints(random.nextInt(1, 200), -60_000, 2_000)
                .map(entry -> entry == 0 ? 1 : entry)
                .toArray();
        return Beats.of(entries);
    }

    private Sleep sleep() {
        var phases = new ArrayList<Sleep.Phase>();
        for (int left = random.nextInt(1, 20); left > 0; left--) {
            phases.add(new Sleep.Phase(pick(Sleep.Stage.values()), Duration.ofSeconds(random.nextInt(1, 86_401))));
        }
        return new Sleep(phases);
    }

    private Answer answer() {
        var choice = pick(Answer.Choice.values());
        boolean onItsOwn = choice == Answer.Choice.REACH_OUT && random.nextBoolean();
        var nudge = new UUID(random.nextLong(), random.nextLong());
        return new Answer(onItsOwn ? Optional.empty() : Optional.of(nudge), choice);
    }

    private DeviceStatus status() {
        return new DeviceStatus(
                random.nextInt(101), pick(DeviceStatus.Contact.values()), "fw " + random.nextInt(100), zone());
    }

    private Optional<ZoneId> zone() {
        return random.nextBoolean() ? Optional.of(ZoneId.of(pick(ZONES))) : Optional.empty();
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
