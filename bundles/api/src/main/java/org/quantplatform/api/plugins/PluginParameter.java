package org.quantplatform.api.plugins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run parameter of a plug-in.
 *
 * @param name snake_case
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean}, {@code string}, {@code enum}, {@code date}, or
 *     {@code list<…>} of these
 * @param defaultValue in its own type
 * @param min least value, inclusive; null for none
 * @param max greatest value, inclusive; of a text the most characters; null for none
 * @param choices of an enum, lower case; empty otherwise
 */
public record PluginParameter(
        String name,
        String type,
        @Nullable Object defaultValue,
        @Nullable Double min,
        @Nullable Double max,
        List<String> choices,
        String help) {}
