package org.quantplatform.auth.aws;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lists in settings. */
final class Patterns {

    private Patterns() {}

    static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** ARNs in which {@code *} stands for any text without a colon. */
    static List<Pattern> arns(String text) {
        return words(text).stream().map(Patterns::arn).toList();
    }

    static boolean anyMatches(List<Pattern> patterns, String arn) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(arn).matches());
    }

    private static Pattern arn(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : "[^:]*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
