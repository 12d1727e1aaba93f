package org.handrail.analytics;

/**
 * What people have said of stretches, kept so that the method can be held to it. Where one contradicts another of the same
 * matter the later one stands, and both are kept. The same word told twice is one.
 */
public interface Labels {

    /** What a word says of the stretch that it is about. */
    enum Meaning {
        HARD,
        NOT_HARD,
        NEITHER
    }

    /** An answer that was given elsewhere than on the watch. Those from the watch come by themselves, but may be told again. */
    void tell(MenteeAnswered answer);

    void tell(QuestionUnanswered silence);

    void tell(MentorOutcome outcome);
}
