package org.handrail.companion.coordinatorpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.analytics.Judgement;
import org.handrail.analytics.Judgements;
import org.handrail.analytics.Reliability;
import org.handrail.analytics.Share;
import org.handrail.companion.web.PlainTimes;

/** Puts into words how well Handrail asks. What is unknown is said to be. */
final class AskingWords {

    private static final double LEAST_WEEKS = 0.5;

    private AskingWords() {}

    static AskingSheet of(Judgement judgement, SilencePrompts prompts) {
        var figures = new ArrayList<String>();
        figures.add(questions(judgement));
        figures.add(prompts(prompts, judgement.personWeeks()));
        return new AskingSheet(
                figures,
                trust(judgement),
                judgement.reliability().map(AskingWords::rows).orElse(List.of()));
    }

    private static String questions(Judgement judgement) {
        if (judgement.asked() == 0) {
            return "No question has been asked and answered, or left open, in these weeks.";
        }
        String asked = "Of " + PlainTimes.counted(judgement.asked(), "question") + " " + judgement.answered()
                + (judgement.answered() == 1 ? " was" : " were") + " answered";
        if (judgement.answered() == 0) {
            return asked + ". How often it was a hard stretch is unknown.";
        }
        return asked + "; " + times(judgement.hard().count()) + " it was a hard stretch ("
                + withLimits(judgement.hard()) + ")." + rest(judgement.unanswered());
    }

    private static String rest(int unanswered) {
        return switch (unanswered) {
            case 0 -> "";
            case 1 -> " How it was the other time is unknown, unless somebody said so later.";
            default -> " How it was the other " + unanswered + " times is unknown, unless somebody said so later.";
        };
    }

    private static String prompts(SilencePrompts prompts, double weeks) {
        if (prompts.all() == 0) {
            return "No mentor was asked because a question was left open.";
        }
        String all = PlainTimes.counted(prompts.all(), "prompt") + " to mentors because a question was left open: "
                + prompts.needed() + " in a hard stretch, " + prompts.needless() + " needless, " + prompts.unknown()
                + " unknown.";
        if (weeks < LEAST_WEEKS) {
            return all + " Too few days were recorded to say how many that is a week.";
        }
        String known = rate(prompts.needless() / weeks);
        String most = rate((prompts.needless() + prompts.unknown()) / weeks);
        return all + " Needless prompts: " + known + " for each person-week"
                + (prompts.unknown() == 0 ? "." : ", " + most + " if all of the unknown ones were.");
    }

    private static List<String> trust(Judgement judgement) {
        var words = judgement.hardWords();
        if (words.count() < Judgements.LEAST_HARD_WORDS
                || judgement.reliability().isEmpty()) {
            return List.of("Not enough answers yet: how often a risk of so much comes true is told from "
                    + Judgements.LEAST_HARD_WORDS + " hard moments and some answers after them. So far "
                    + (words.count() == 1 ? "1 was" : words.count() + " were") + " told.");
        }
        var trust = new ArrayList<String>();
        judgement
                .reliability()
                .ifPresent(reliability -> trust.add("Held against " + reliability.words()
                        + " words of mentees and mentors so far, each foretold from those before it. Brier score "
                        + two(reliability.brier()) + "; 0 is perfect, 0.25 is a coin."));
        trust.add(within(judgement.withinPerson()));
        return trust;
    }

    private static String within(Reliability.WithinPerson within) {
        if (within.mean().isEmpty()) {
            return "Whether a person’s hard moments score higher than their other ones is unknown:"
                    + " nobody has told of three of each yet.";
        }
        return "Of a hard and another moment of the same person, the hard one had the higher score "
                + percent(within.mean().getAsDouble()) + " of the time ("
                + (within.persons() == 1 ? "1 person" : within.persons() + " people") + "; 50 % is a coin).";
    }

    private static List<AskingSheet.Row> rows(Reliability reliability) {
        return reliability.bins().stream()
                .map(bin -> new AskingSheet.Row(
                        Math.round(bin.from() * 100) + " to " + percent(bin.to()),
                        percent(bin.foretold()),
                        percent(bin.hard().value()),
                        bin.hard().count() + " of " + bin.hard().all() + "; " + limits(bin.hard())))
                .toList();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String withLimits(Share share) {
        return percent(share.value()) + ", 95 % interval " + limits(share);
    }

    private static String limits(Share share) {
        return Math.round(share.low() * 100) + " to " + percent(share.high());
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String rate(double perWeek) {
        return String.format(Locale.ROOT, "%.1f", perWeek);
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
