package org.quantplatform.spi.cost;

/**
 * What a fill costs, in the market's currency.
 *
 * @param commission what the broker takes, not negative
 * @param tax taxes and fees of state and exchange, not negative
 */
public record Costs(double commission, double tax) {

    public static final Costs NONE = new Costs(0, 0);
}
