package org.quantplatform.rest.internal.front;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings in the units that the code uses.
 *
 * @param hosts lower case; {@code *} among them allows any
 * @param origins lower case
 * @param bodyLimit bytes
 * @param importLimit bytes
 */
public record Options(
        Set<String> hosts,
        Set<String> origins,
        long bodyLimit,
        long importLimit,
        int streamsPerAddress,
        int pingSeconds) {

    public static Options of(RestSettings settings) {
        return new Options(
                words(settings.hosts()),
                words(settings.cors_origins()),
                Math.max(1, settings.body_limit_kb()) * 1024L,
                Math.max(1, settings.import_limit_mb()) * 1024L * 1024L,
                Math.max(1, settings.streams_per_address()),
                Math.max(1, settings.stream_ping_seconds()));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
