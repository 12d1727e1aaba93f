package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.Prompt;

/** Whether two ways of living one life came to the same: the same windows to the millisecond, and what people were asked nearly so. */
final class Comparison {

    /** A house that is at work is later than event time by what its work takes, on a busy machine by more. */
    private static final Duration NEARLY = Duration.ofMinutes(1);

    private final Lived one;
    private final Lived other;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Lived one, Lived other) {
        this.one = one;
        this.other = other;
    }

    /** Each difference in one sentence. */
    static List<String> differences(String whose, Lived house, Lived eventTime) {
        return new Comparison(house, eventTime)
                .found().stream().map(difference -> whose + ": " + difference).toList();
    }

    private List<String> found() {
        compare("risk windows", Lived::windows, Comparison::isSame, Comparison::words);
        compare("decisions", Lived::heard, Comparison::isSame, Comparison::words);
        compare("nudges", Lived::nudges, Comparison::isSame, Comparison::words);
        compare("prompts", Comparison::prompts, Comparison::isSame, Comparison::words);
        return differences;
    }

    private <T> void compare(
            String what, Function<Lived, List<T>> part, BiPredicate<T, T> isSame, Function<T, String> words) {
        var ones = part.apply(one);
        var others = part.apply(other);
        if (ones.size() != others.size()) {
            differences.add("%d %s in the house, %d in event time".formatted(ones.size(), what, others.size()));
            return;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!isSame.test(ones.get(i), others.get(i))) {
                differences.add("of %s, number %d is %s in the house, %s in event time"
                        .formatted(what, i + 1, words.apply(ones.get(i)), words.apply(others.get(i))));
            }
        }
    }

    private static String words(Lived.Window window) {
        return "open from " + window.openedAt()
                + window.end().map(end -> " to " + end).orElse(" on");
    }

    private static String words(HeardWindow window) {
        return window.decision() + " at " + window.heardAt();
    }

    private static String words(AskedNudge nudge) {
        return nudge.state() + ", asked at " + nudge.askedAt();
    }

    private static String words(Prompt prompt) {
        return prompt.state() + " on " + prompt.cause() + ", raised at " + prompt.raisedAt();
    }

    private static boolean isSame(Lived.Window one, Lived.Window other) {
        return one.id().equals(other.id())
                && one.openedAt().equals(other.openedAt())
                && one.end().equals(other.end());
    }

    private static boolean isSame(HeardWindow one, HeardWindow other) {
        return one.id().equals(other.id())
                && one.decision() == other.decision()
                && isNear(one.heardAt(), other.heardAt());
    }

    private static boolean isSame(AskedNudge one, AskedNudge other) {
        return one.state() == other.state() && isNear(one.askedAt(), other.askedAt());
    }

    private static boolean isSame(Prompt one, Prompt other) {
        return one.mentor().equals(other.mentor())
                && one.cause() == other.cause()
                && one.state() == other.state()
                && isNear(one.raisedAt(), other.raisedAt());
    }

    private static List<Prompt> prompts(Lived lived) {
        return lived.ladders().stream()
                .flatMap(ladder -> ladder.prompts().stream())
                .toList();
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEARLY) <= 0;
    }
}
