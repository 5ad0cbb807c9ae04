package org.quantplatform.api.factors;

/**
 * What a formula may call.
 *
 * @param usage as it is written, such as {@code Mean(x, days)}
 * @param scope {@code cell}: of the asset's own day; {@code time}: of its last days; {@code day}: across assets
 * @param infix the sign that may stand instead; empty for none
 */
public record ExpressionOperator(String id, String usage, String scope, String infix, String help) {}
