package org.quantplatform.engine.expression;

import java.util.Collection;
import java.util.Locale;

/** Finds what a misspelt word may have meant. */
final class Suggestions {

    private static final int OMISSION = 2;
    private static final int EXCHANGE = 3;

    private Suggestions() {}

    /** {@code did you mean X?} with the candidate that is spelt most alike, or nothing when none is alike. */
    static String forWord(String word, Collection<String> candidates) {
        String best = "";
        int bestDistance = Math.max(EXCHANGE, word.length()) + 1;
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? "" : "did you mean " + best + "?";
    }

    /** An operator across assets is as near as its name without the letters in front, but for a tie. */
    private static int distance(String word, String candidate) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int whole = levenshtein(a, b);
        return candidate.startsWith("CS") ? Math.min(whole, 1 + levenshtein(a, b.substring(2))) : whole;
    }

    /** Levenshtein's, in which a letter left out or added weighs less than a wrong one. */
    private static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j * OMISSION;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * OMISSION;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : EXCHANGE);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + OMISSION);
            }
        }
        return row[b.length()];
    }
}
