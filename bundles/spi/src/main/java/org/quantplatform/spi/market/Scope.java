package org.quantplatform.spi.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.AssetType;

/**
 * Which listings a line is about.
 *
 * @param exchange null for all
 * @param beginnings of tickers; empty for all
 * @param type null for all
 */
record Scope(@Nullable String exchange, List<String> beginnings, @Nullable AssetType type) {

    static final Scope ALL = new Scope(null, List.of(), null);

    static Scope parse(String text) {
        int colon = text.indexOf(':');
        AssetType type = colon < 0 ? null : AssetType.valueOf(text.substring(colon + 1));
        String place = colon < 0 ? text : text.substring(0, colon);
        int slash = place.indexOf('/');
        List<String> beginnings =
                slash < 0 ? List.of() : List.of(place.substring(slash + 1).split(","));
        String exchange = slash < 0 ? place : place.substring(0, slash);
        if (!exchange.matches("\\*|[A-Z0-9]{4}")) {
            throw new IllegalArgumentException("'" + exchange + "' is neither * nor the code of an exchange");
        }
        return new Scope(exchange.equals("*") ? null : exchange, beginnings, type);
    }

    boolean holds(Listing listing) {
        return (exchange == null || exchange.equals(listing.exchange()))
                && (type == null || type == listing.type())
                && (beginnings.isEmpty() || begins(listing.ticker()));
    }

    /** Some sources put the exchange's name before the number. */
    private boolean begins(String ticker) {
        int start = 0;
        while (start < ticker.length() && !Character.isDigit(ticker.charAt(start))) {
            start++;
        }
        String number = start == ticker.length() ? ticker : ticker.substring(start);
        return beginnings.stream().anyMatch(number::startsWith);
    }
}
