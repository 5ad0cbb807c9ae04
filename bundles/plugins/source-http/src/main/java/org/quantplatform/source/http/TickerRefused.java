package org.quantplatform.source.http;

/** The provider does not stream one of the tickers; the feed goes on with the others. */
public final class TickerRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String ticker;

    public TickerRefused(String ticker, String message) {
        super(message);
        this.ticker = ticker;
    }

    String ticker() {
        return ticker;
    }
}
