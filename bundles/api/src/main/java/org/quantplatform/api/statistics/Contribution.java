package org.quantplatform.api.statistics;

/**
 * What one ticker, sector or year brought; money is in the run's currency, each amount at the rate of its day's close. The
 * profits of all rows add up to the change of the equity.
 *
 * @param key ticker, sector or year; {@code (cash)} for interest, fees of the account and what cash gained or lost by
 *     exchange rates; {@code (unknown)} where no sector is stored
 * @param profit change of value plus cash received less cash paid; costs and dividends are in
 * @param contribution {@code profit} over the initial capital: all rows add up to the total return
 * @param dividends after tax that was kept back
 * @param costs commission, taxes and slippage, positive
 * @param traded executed value of buys and sells
 * @param fills number of trades
 * @param roundTrips positions that closed, in the year in which they did
 * @param winRate share of them with a profit above 0; NaN without any
 * @param meanWeight mean share of the equity at the closes of the run, or of the year; negative for short positions
 * @param daysHeld closes at which there was a position; for a sector the sum over its tickers
 */
public record Contribution(
        String key,
        double profit,
        double contribution,
        double dividends,
        double costs,
        double traded,
        int fills,
        int roundTrips,
        double winRate,
        double meanWeight,
        int daysHeld) {}
