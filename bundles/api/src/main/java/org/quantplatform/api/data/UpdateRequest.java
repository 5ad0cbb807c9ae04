package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/**
 * Which market to bring up to date, and from where.
 *
 * @param market needed
 * @param sources ids of data sources; the next one is asked for what the one before it failed or lacked; those that are set
 *     for the market when left out
 * @param mode {@code UPDATE} when left out
 * @param tickers when left out, all stored instruments that are not delisted; all that the first source lists when nothing
 *     is stored
 * @param startDate first day for instruments without bars, and of a backfill; five years before the end when left out
 * @param endDate the latest session of which the first source has bars when left out, and never one that has not closed
 * @param overlapDays sessions before the latest stored one that are asked for again, to find corrections; 5 when left out,
 *     0 to 260
 * @param chunkSize instruments asked for and stored together; 1 to 5000; 200 when left out, 1000 of at most 20 sessions
 * @param actions whether corporate actions are asked for too, where a source has them; they are when left out
 * @param priceBasis what the sources have done to prices, {@code RAW} when left out
 * @param options further options of the sources; none for minutes
 * @param timeframe {@code 1d} when left out, or {@code 1m}: of minutes, start date and overlap are by default the earliest
 *     day that a source keeps, but at most 30 days back, and 1 session; they need the instruments stored, and bring no actions
 */
public record UpdateRequest(
        Market market,
        @Nullable List<String> sources,
        @Nullable UpdateMode mode,
        @Nullable List<String> tickers,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Integer overlapDays,
        @Nullable Integer chunkSize,
        @Nullable Boolean actions,
        @Nullable PriceBasis priceBasis,
        @Nullable Map<String, String> options,
        @Nullable String timeframe) {

    /** Daily bars. */
    public UpdateRequest(
            Market market,
            @Nullable List<String> sources,
            @Nullable UpdateMode mode,
            @Nullable List<String> tickers,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Integer overlapDays,
            @Nullable Integer chunkSize,
            @Nullable Boolean actions,
            @Nullable PriceBasis priceBasis,
            @Nullable Map<String, String> options) {
        this(
                market,
                sources,
                mode,
                tickers,
                startDate,
                endDate,
                overlapDays,
                chunkSize,
                actions,
                priceBasis,
                options,
                null);
    }

    /** Everything else as it is when left out. */
    public static UpdateRequest of(Market market, List<String> sources) {
        return new UpdateRequest(market, sources, null, null, null, null, null, null, null, null, null);
    }
}
