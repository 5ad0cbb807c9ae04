package org.quantplatform.model;

/**
 * What is wrong with one field of a request.
 *
 * @param field path in JSON names, such as {@code strategy.parameters.top}
 */
public record FieldError(String field, String message) {}
