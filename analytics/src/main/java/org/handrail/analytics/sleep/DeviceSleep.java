package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.signals.DeviceId;

/**
 * What devices said of sleep in the last forty hours. Frames that overlap are versions of the same sleep: the one with the
 * higher counter replaces the others altogether, so a correction may be shorter than what it corrects; frames that do not
 * overlap are pieces and stand side by side. Frames without a device's counter give way to counted ones; which of two such
 * is the later version nobody can tell, so it is the same one for everybody.
 *
 * <p>What stands depends on the set of frames alone: not on their order, nor on one coming twice. A frame stands when no
 * later version overlaps it; one that a later version covers is forgotten, for whatever it would replace, that one replaces.
 *
 * @param episodes by start
 */
record DeviceSleep(List<DeviceEpisode> episodes) {

    static final DeviceSleep NONE = new DeviceSleep(List.of());

    /** More frames than any device sends in forty hours; beyond it the oldest is no longer open to correction. */
    static final int MOST = 250;

    private static final Comparator<DeviceEpisode> BY_START =
            Comparator.comparing(DeviceEpisode::startMs).thenComparing(DeviceEpisode.BY_VERSION);

    DeviceSleep {
        episodes = List.copyOf(episodes);
    }

    DeviceSleep hear(DeviceEpisode heard) {
        boolean isKnown = episodes.stream()
                .anyMatch(other -> other.id().equals(heard.id()) || other.isLaterThan(heard) && other.covers(heard));
        if (isKnown) {
            return this;
        }
        boolean isReplaced = episodes.stream().anyMatch(other -> other.isLaterThan(heard) && other.overlaps(heard));
        var next = new ArrayList<DeviceEpisode>();
        next.add(isReplaced ? heard.replaced() : heard);
        for (var other : episodes) {
            if (!heard.isLaterThan(other) || !heard.overlaps(other)) {
                next.add(other);
            } else if (!heard.covers(other)) {
                next.add(other.replaced());
            }
        }
        next.sort(BY_START);
        return new DeviceSleep(next);
    }

    /** Those that stand, in order; they do not overlap. */
    List<DeviceEpisode> standing() {
        return episodes.stream().filter(episode -> !episode.isReplaced()).toList();
    }

    /** The first instant of which something else stands than before; {@link Long#MAX_VALUE} where nothing does. */
    long changedFromMs(DeviceSleep before) {
        return Stream.concat(
                        standing().stream().filter(episode -> !before.episodes.contains(episode)),
                        before.standing().stream().filter(episode -> !episodes.contains(episode)))
                .mapToLong(DeviceEpisode::startMs)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The end of the last frame, or long ago. */
    long endMs() {
        long endMs = Long.MIN_VALUE / 2;
        for (var episode : episodes) {
            endMs = Math.max(endMs, episode.endMs());
        }
        return endMs;
    }

    /** Whether of a frame nothing more can be learnt since the first of these times, but could before it. */
    boolean endsBetween(long fromMs, long toMs) {
        for (var episode : episodes) {
            if (fromMs < episode.completeMs() && episode.completeMs() <= toMs) {
                return true;
            }
        }
        return false;
    }

    /** The next frame that is to be remembered no more, if one ended before that time or there are too many. */
    Optional<DeviceEpisode> oldest(long beforeMs) {
        Optional<DeviceEpisode> oldest = Optional.empty();
        for (var episode : episodes) {
            if (oldest.isEmpty() || episode.endMs() < oldest.get().endMs()) {
                oldest = Optional.of(episode);
            }
        }
        return oldest.filter(episode -> episode.endMs() < beforeMs || episodes.size() > MOST);
    }

    DeviceSleep without(DeviceEpisode episode) {
        return new DeviceSleep(
                episodes.stream().filter(other -> !other.equals(episode)).toList());
    }

    void write(DataOutput out) throws IOException {
        var devices = episodes.stream()
                .map(episode -> episode.id().device())
                .distinct()
                .toList();
        out.writeByte(devices.size());
        for (var device : devices) {
            out.writeUTF(device.value());
        }
        out.writeByte(episodes.size());
        long afterMs = 0;
        for (var episode : episodes) {
            episode.write(out, devices, afterMs);
            afterMs = episode.startMs();
        }
    }

    static DeviceSleep read(DataInput in) throws IOException {
        var devices = new ArrayList<DeviceId>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            devices.add(new DeviceId(in.readUTF()));
        }
        var episodes = new ArrayList<DeviceEpisode>();
        long afterMs = 0;
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            var episode = DeviceEpisode.read(in, devices, afterMs);
            episodes.add(episode);
            afterMs = episode.startMs();
        }
        return new DeviceSleep(episodes);
    }
}
