package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that trades in a market.
 *
 * @param ticker unique within the market
 * @param exchange ISO 10383 code
 * @param currency ISO 4217 code of its prices
 * @param listed first trading day, null when not known
 * @param delisted last trading day, null while it trades or when not known
 * @param synthetic true when its prices are generated, not observed
 */
public record Instrument(
        Market market,
        String ticker,
        String exchange,
        String name,
        AssetType type,
        @Nullable String sector,
        String currency,
        @Nullable LocalDate listed,
        @Nullable LocalDate delisted,
        boolean synthetic) {

    public Instrument {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(currency, "currency");
        if (ticker.isBlank() || ticker.length() > 32) {
            throw new IllegalArgumentException("ticker must have 1 to 32 characters, was '" + ticker + "'");
        }
    }

    /** A stock of which only the ticker is known. */
    public static Instrument unknownStock(Market market, String ticker, String exchange, String currency) {
        return new Instrument(market, ticker, exchange, ticker, AssetType.STOCK, null, currency, null, null, false);
    }
}
