package org.quantplatform.source.akshare.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Chinese share, as Eastmoney names it.
 *
 * @param market 1 for Shanghai, 0 for Shenzhen and Beijing
 * @param ticker six digits
 */
record SecurityId(int market, String ticker) {

    private static final Pattern TICKER = Pattern.compile("\\d{6}");

    /** Empty when the ticker is none of a Chinese share. */
    static Optional<SecurityId> of(String ticker) {
        if (!TICKER.matcher(ticker).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SecurityId(ticker.startsWith("6") ? 1 : 0, ticker));
    }

    /** ISO 10383 code. */
    String exchange() {
        if (market == 1) {
            return "XSHG";
        }
        return ticker.startsWith("0") || ticker.startsWith("3") ? "XSHE" : "BJSE";
    }

    /** With the ending that tables of accounts use. */
    String withExchange() {
        return ticker
                + switch (exchange()) {
                    case "XSHG" -> ".SH";
                    case "XSHE" -> ".SZ";
                    default -> ".BJ";
                };
    }

    @Override
    public String toString() {
        return market + "." + ticker;
    }
}
