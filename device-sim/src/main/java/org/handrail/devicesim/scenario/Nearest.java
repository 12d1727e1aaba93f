package org.handrail.devicesim.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody most likely meant, by the letters to be changed (Levenshtein 1966). */
final class Nearest {

    private Nearest() {}

    /** What somebody who wrote an unknown word is told: the word that was perhaps meant, and those that are known. */
    static String insteadOf(String word, Collection<String> known) {
        String all = String.join(", ", known);
        return to(word, known)
                .map(near -> "; did you mean '" + near + "'? Expected: " + all)
                .orElse("; expected: " + all);
    }

    /** Empty where more than a third of the letters would have to change, or more than two of a short word. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .filter(each -> distance(word, each) <= (each.length() < 4 ? 1 : Math.max(2, each.length() / 3)));
    }

    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
