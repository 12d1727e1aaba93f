package org.handrail.analytics.label;

import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.MentorOutcome;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;

/**
 * What somebody said, and what it means for the stretch that it is about.
 *
 * @param word as it is stored: the answer, the level from 0 to 10, or what the mentor found
 */
record Said(Source source, Subject subject, String word, Meaning meaning) {

    private static final int HARD_FROM = 7;
    private static final int NOT_HARD_UP_TO = 3;

    /** A question was left unanswered. It has no meaning, but shows how much is known. */
    static final Said NOTHING = new Said(Source.ANSWER, Subject.STRETCH, "NOTHING", Meaning.NEITHER);

    /** How it came to be said. */
    enum Source {
        ANSWER,
        CHECK_IN,
        MENTOR
    }

    /** What it is about. Words on different subjects do not contradict each other. */
    enum Subject {
        STRETCH,
        CRAVING,
        STRESS,
        MOOD,
        SLEEP_QUALITY,
        LOOKING_IN
    }

    static Said of(Answer.Choice choice) {
        return new Said(
                Source.ANSWER,
                Subject.STRETCH,
                choice.name(),
                switch (choice) {
                    case OKAY -> Meaning.NOT_HARD;
                    case ROUGH, REACH_OUT -> Meaning.HARD;
                });
    }

    static Said of(SelfReport report) {
        String level = Integer.toString(report.level());
        return switch (report.subject()) {
            case CRAVING -> new Said(Source.CHECK_IN, Subject.CRAVING, level, ofLevel(report.level()));
            case STRESS -> new Said(Source.CHECK_IN, Subject.STRESS, level, ofLevel(report.level()));
            case MOOD -> new Said(Source.CHECK_IN, Subject.MOOD, level, Meaning.NEITHER);
            case SLEEP_QUALITY -> new Said(Source.CHECK_IN, Subject.SLEEP_QUALITY, level, Meaning.NEITHER);
        };
    }

    static Said of(MentorOutcome.Found found) {
        return new Said(
                Source.MENTOR,
                Subject.LOOKING_IN,
                found.name(),
                switch (found) {
                    case NEEDS_MORE -> Meaning.HARD;
                    case WAS_FINE -> Meaning.NOT_HARD;
                    case REACHED, COULD_NOT_REACH -> Meaning.NEITHER;
                });
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    private static Meaning ofLevel(int level) {
        if (level >= HARD_FROM) {
            return Meaning.HARD;
        }
        return level <= NOT_HARD_UP_TO ? Meaning.NOT_HARD : Meaning.NEITHER;
    }
}
