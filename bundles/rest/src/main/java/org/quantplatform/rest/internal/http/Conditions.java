package org.quantplatform.rest.internal.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What request headers ask of an answer. */
public final class Conditions {

    private Conditions() {}

    /**
     * Whether a list of tags, as in {@code If-None-Match}, holds this one.
     *
     * @param tag strong, quotes included
     */
    public static boolean names(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    public static boolean acceptsGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(word -> word.replace(" ", ""))
                        .anyMatch(word ->
                                (word.equals("gzip") || word.startsWith("gzip;")) && !word.matches("gzip;q=0(\\.0*)?"));
    }
}
