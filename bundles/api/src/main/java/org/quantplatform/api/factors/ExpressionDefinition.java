package org.quantplatform.api.factors;

import org.jspecify.annotations.Nullable;

/**
 * What a user writes to store a formula.
 *
 * @param name 1 to 64 letters, digits, {@code _} and {@code -}, the first a letter; in lower case with {@code _} it is the
 *     id, which no installed factor may have
 * @param expression at most 4,000 characters
 * @param description at most 4,000 characters
 */
public record ExpressionDefinition(@Nullable String name, @Nullable String expression, @Nullable String description) {}
