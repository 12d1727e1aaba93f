package org.handrail.signals.datapoint;

import java.time.Duration;
import java.util.List;
import org.handrail.signals.Sleep;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.StreamKind;

/**
 * A sleep episode, from the first falling asleep to the last awakening, as phases of whole seconds. The schema tells no
 * stages, so all sleep is of unknown depth. It may tell how long the sleep was ({@code total_sleep_time}) or the waking in it
 * ({@code wake_after_sleep_onset}), and never when: the waking is put at the end, which keeps both sums right and says
 * nothing true about the order. Where it tells neither, the whole episode is taken for sleep. Latencies lie outside the
 * episode; they, the number of awakenings, the efficiency and which sleep is the main one are checked and not kept.
 */
final class SleepEpisodeBody {

    private SleepEpisodeBody() {}

    /** @param efficiency what the schema calls the share of the episode that was slept */
    static Reading read(Field body, String efficiency) {
        checkWhatIsNotKept(body, efficiency);
        body.requireNone("descriptive_statistic", "makes this a statistic and no episode");
        var frame = TimeFrame.intervalOf(body);
        frame.requireAtMost(Duration.ofHours(24));
        var episode = Duration.ofSeconds(frame.length().toSeconds());
        frame.place().require(!episode.isZero(), "is shorter than a second");
        var asleep = asleep(body, episode);
        var phases = asleep.equals(episode)
                ? List.of(new Phase(Stage.ASLEEP, episode))
                : List.of(new Phase(Stage.ASLEEP, asleep), new Phase(Stage.AWAKE, episode.minus(asleep)));
        return new Reading(StreamKind.SLEEP, frame.start(), new Sleep(phases));
    }

    private static Duration asleep(Field body, Duration episode) {
        var waking = body.optional("wake_after_sleep_onset").map(field -> within(episode, field, false));
        return body.optional("total_sleep_time")
                .map(field -> within(episode, field, true))
                .or(() -> waking.map(episode::minus))
                .orElse(episode);
    }

    private static Duration within(Duration episode, Field field, boolean mayBeAll) {
        var length = Duration.ofSeconds(Quantity.duration(field).plusMillis(500).toSeconds());
        if (mayBeAll) {
            field.require(!length.isZero() && length.compareTo(episode) <= 0, "is nothing or longer than the episode");
        } else {
            field.require(length.compareTo(episode) < 0, "is not shorter than the episode");
        }
        return length;
    }

    private static void checkWhatIsNotKept(Field body, String efficiency) {
        body.optional("latency_to_sleep_onset").ifPresent(Quantity::duration);
        body.optional("latency_to_arising").ifPresent(Quantity::duration);
        body.optional("number_of_awakenings")
                .ifPresent(field -> field.require(field.value().isIntegralNumber(), "is not a whole number"));
        body.optional("is_main_sleep")
                .ifPresent(field -> field.require(field.value().isBoolean(), "is neither true nor false"));
        body.optional(efficiency).ifPresent(field -> Quantity.in("%", field));
    }
}
