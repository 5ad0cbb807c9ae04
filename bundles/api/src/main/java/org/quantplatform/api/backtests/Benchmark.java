package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * What a portfolio is measured against.
 *
 * @param kind which of the other fields count
 */
public record Benchmark(Kind kind, @Nullable Market market, @Nullable String ticker, @Nullable String index) {

    /** Where the benchmark's returns come from. */
    public enum Kind {
        TICKER,
        INDEX,
        /** The mean return of the universe's eligible assets each day. */
        EQUAL_WEIGHT
    }

    public static final Benchmark EQUAL_WEIGHT = new Benchmark(Kind.EQUAL_WEIGHT, null, null, null);

    public static Benchmark ofTicker(Market market, String ticker) {
        return new Benchmark(Kind.TICKER, market, ticker, null);
    }

    public static Benchmark ofIndex(String index) {
        return new Benchmark(Kind.INDEX, null, null, index);
    }
}
