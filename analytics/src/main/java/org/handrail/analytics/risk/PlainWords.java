package org.handrail.analytics.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.Why.Term;
import org.handrail.signals.StreamKind;

/**
 * Evidence as one sentence in everyday words: first what the wrist showed, then what is known besides, the heaviest of each.
 * A term that is not known here by name is not worded.
 */
public final class PlainWords {

    private static final double WORTH_SAYING = 0.15;
    private static final int MOST_OF_THE_WRIST = 2;
    private static final int MOST_BESIDES = 2;

    private PlainWords() {}

    /**
     * To the mentor, who reads of somebody else.
     *
     * @param terms heaviest first
     * @param knowsStillness whether the wrist's movement was seen; otherwise nothing is said of it
     */
    public static String sentence(List<Term> terms, boolean knowsStillness) {
        return sentence(terms, knowsStillness, Voice.MENTOR);
    }

    /** The same to the mentee. */
    public static String toTheMentee(List<Term> terms, boolean knowsStillness) {
        return sentence(terms, knowsStillness, Voice.MENTEE);
    }

    /**
     * What could not be heard, as a sentence; empty where everything was.
     *
     * @param missing streams, by topic name
     */
    public static Optional<String> unheard(List<String> missing) {
        var parts = missing.stream()
                .flatMap(topic -> sensor(topic).stream())
                .distinct()
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of("The watch’s " + joined(parts) + " said nothing.");
    }

    private static String sentence(List<Term> terms, boolean knowsStillness, Voice voice) {
        var wrist = new ArrayList<String>();
        var besides = new ArrayList<String>();
        for (var term : terms) {
            if (isWorthSaying(term)) {
                add(wrist, Words.ofTheWrist(term, voice), MOST_OF_THE_WRIST);
                add(besides, Words.besides(term, voice), MOST_BESIDES);
            }
        }
        boolean showsStrain =
                terms.stream().anyMatch(term -> term.feature().equals(Words.STRAIN) && isWorthSaying(term));
        if (wrist.isEmpty() && (showsStrain || besides.isEmpty())) {
            wrist.add("several small signs of strain together");
        }
        String stillness = wrist.size() > 1 ? ", while sitting still" : " while sitting still";
        String link = wrist.isEmpty() || besides.isEmpty() ? "" : ", and ";
        String sentence =
                joined(wrist) + (knowsStillness && !wrist.isEmpty() ? stillness : "") + link + joined(besides) + ".";
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static boolean isWorthSaying(Term term) {
        return term.logOdds() >= WORTH_SAYING;
    }

    private static void add(List<String> parts, Optional<String> words, int most) {
        words.filter(said -> parts.size() < most && !parts.contains(said)).ifPresent(parts::add);
    }

    private static String joined(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static Optional<String> sensor(String topic) {
        return StreamKind.named(topic).flatMap(PlainWords::sensor);
    }

    private static Optional<String> sensor(StreamKind stream) {
        return switch (stream) {
            case BEATS -> Optional.of("beat counter");
            case HEART_RATE -> Optional.of("heart rate sensor");
            case SKIN_CONDUCTANCE -> Optional.of("skin sensor");
            case SKIN_TEMPERATURE -> Optional.of("thermometer");
            case MOTION -> Optional.of("motion sensor");
            case STEPS -> Optional.of("step counter");
            case SLEEP, SELF_REPORT, ANSWER, DEVICE_STATUS -> Optional.empty();
        };
    }
}
