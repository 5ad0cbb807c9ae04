package org.quantplatform.source.kis.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * One configured source.
 *
 * @param id of the source, for messages
 * @param account asked for at each fetch
 */
record KisSetup(String id, Place place, Choice choice, Patience patience, Supplier<Account> account) {

    static final URI REAL = URI.create("https://openapi.koreainvestment.com:9443");
    static final URI PAPER = URI.create("https://openapivts.koreainvestment.com:29443");

    static final String REAL_FEED = "ws://ops.koreainvestment.com:21000/tryitout";
    static final String PAPER_FEED = "ws://ops.koreainvestment.com:31000/tryitout";

    /** With what it is asked for 20 requests a second of a real account and 2 of a paper one, a tenth is kept back. */
    static final double REAL_PER_MINUTE = 18 * 60;

    static final double PAPER_PER_MINUTE = 1.8 * 60;

    /** All for which it has daily bars. */
    static final Set<Market> MARKETS = Set.of(Market.KR, Market.US, Market.HK, Market.JP, Market.CN, Market.VN);

    /**
     * Where the data is.
     *
     * @param symbols host of the lists of instruments
     * @param feed address of prices of the moment
     * @param paper true for the host of paper accounts, which has neither events nor accounts of companies
     * @param perMinute requests that may be made in a minute, 0 for any number
     * @param tokens folder in which the token outlives a restart, null for none
     */
    record Place(URI host, URI symbols, URI feed, boolean paper, double perMinute, @Nullable Path tokens) {}

    /**
     * What is wanted.
     *
     * @param accounts true when accounts of companies are wanted although their day of publication is assumed
     * @param custtype {@code P} for a person, {@code B} for a company
     * @param customerId of whose orders there are notices, empty for none
     */
    record Choice(Set<Market> markets, boolean accounts, String custtype, String customerId) {

        Choice {
            markets = Set.copyOf(markets);
        }
    }

    /**
     * How long is waited.
     *
     * @param attempts for one request before it is given up
     * @param pause before the second of them
     * @param silence of a stream after which it counts as lost: twice as long as the provider is silent while nothing is
     *     traded, and some more
     */
    record Patience(int attempts, Duration pause, Duration silence) {

        static Patience usual() {
            return new Patience(6, Duration.ofSeconds(1), Duration.ofMinutes(4));
        }
    }
}
