package org.quantplatform.core.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/** Updates of market data: their plan, what was delivered, and what is known to be complete. */
public interface UpdateStore {

    /**
     * Stores the update and its queued job of kind {@code update} in one transaction.
     *
     * @param claim of a key that was used for the same before, whose update it answers with
     * @return its id, which is the job's too, such as {@code up_20260131_001}
     */
    String create(Caller caller, NewUpdate update, String requestJson, Optional<Claim> claim);

    /** A new update each time. */
    default String create(Caller caller, NewUpdate update, String requestJson) {
        return create(caller, update, requestJson, Optional.empty());
    }

    Optional<UpdateReport> get(String id);

    /** Latest first. */
    Page<UpdateReport> list(PageRequest page);

    Page<UpdateChunk> chunks(String id, PageRequest page);

    boolean planned(String id);

    /** Stores the chunks, which are numbered as they come, from 1; does nothing when the update has been planned. */
    void plan(String id, int instruments, List<Chunk> chunks);

    /** The first chunk that is pending. */
    Optional<Pending> next(String id);

    /**
     * Merges the rows under a snapshot of its own, in one transaction with their accounting. Does nothing when this delivery
     * has been stored before. Where the bar of the earliest day that an update brings of an instrument is a correction,
     * its whole history is read again by a chunk that is added; by several where it is too much for one.
     */
    void deliver(DeliveryKey key, PriceBasis basis, Delivered delivered);

    /** Stores that the source delivered nothing. */
    void fail(DeliveryKey key, String error);

    /**
     * Ends the chunk.
     *
     * @param coveredBy the source that answered for all its tickers; null when none did, and the chunk failed
     */
    void close(String id, int chunk, long absent, @Nullable String coveredBy);

    /** Makes a snapshot with all that the update brought; until then panels show none of it. */
    void release(String id);

    /** Releases what updates brought whose job has ended without doing so. */
    void releaseEnded();

    /**
     * Instruments that are stored, in order of ticker.
     *
     * @param timeframe {@code DAY} or {@code MINUTE}; days of minutes are those of the market's zone, and none counts as covered
     * @param tickers empty for all
     */
    List<Span> spans(Market market, Timeframe timeframe, List<String> tickers);

    /**
     * Days with a bar, by ticker; tickers without one are left out.
     *
     * @param timeframe as for {@link #spans}
     */
    Map<String, int[]> days(Market market, Timeframe timeframe, List<String> tickers, LocalDate from, LocalDate to);

    /** Tickers of which chunks of kind {@code ACTIONS} were done in updates that were submitted since then. */
    Set<String> actionsAsked(Market market, Instant since);

    /** Latest update of each market's daily bars. */
    Map<Market, String> latest();

    /** What is to be stored of a new update. */
    record NewUpdate(Market market, UpdateMode mode, Timeframe timeframe, List<String> sources) {}

    /**
     * Part of a plan.
     *
     * @param tickers empty for whatever a source has
     * @param requested sessions over all tickers
     */
    record Chunk(UpdateChunkKind kind, List<String> tickers, LocalDate from, LocalDate to, long requested) {

        /** What is delivered for a chunk is held in memory until it is stored. */
        public static final int MOST_ROWS = 500_000;

        /** For many days: the requests of a chunk are made again when the server is killed. */
        public static final int USUAL_TICKERS = 200;
    }

    /**
     * A chunk to be done.
     *
     * @param asked sources by position of which the answer is stored, with true for those that delivered
     */
    record Pending(int number, Chunk chunk, Map<Integer, Boolean> asked) {}

    /** Names what one source delivers for a chunk. */
    record DeliveryKey(String updateId, int chunk, int position, String source) {}

    /**
     * What came.
     *
     * @param surplus rows that were not asked for
     * @param refused of which the source said what could not be stored; not known of bars of minutes
     */
    record Delivered(Consumer<RowWriter> rows, Judged judged, long surplus, Collection<Refused> refused) {}

    /** @param date null for an instrument of which the source could say nothing */
    record Refused(String ticker, @Nullable LocalDate date) {}

    /**
     * What is stored of an instrument.
     *
     * @param coveredFrom first of the days for which a source answered
     * @param coveredTo last of them
     * @param refused days without a bar of which a source said what could not be stored; none of them counts as covered
     */
    record Span(
            String ticker,
            boolean synthetic,
            @Nullable LocalDate listed,
            @Nullable LocalDate delisted,
            @Nullable LocalDate firstBar,
            @Nullable LocalDate lastBar,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate coveredTo,
            List<LocalDate> refused) {

        /** Whether a source answered for the day. */
        public boolean covers(LocalDate day) {
            return coveredFrom != null
                    && coveredTo != null
                    && !day.isBefore(coveredFrom)
                    && !day.isAfter(coveredTo)
                    && !refused.contains(day);
        }

        /** The latest day of which it is known whether there is a bar; null when nothing is. */
        public @Nullable LocalDate knownTo() {
            if (lastBar == null || coveredTo == null) {
                return lastBar == null ? coveredTo : lastBar;
            }
            return lastBar.isAfter(coveredTo) ? lastBar : coveredTo;
        }
    }

    /** What a chunk is for. */
    enum UpdateChunkKind {
        INSTRUMENTS,
        /** Of a longer time than that of the bars: amounts may become known long after the ex-date. */
        ACTIONS,
        UPDATE,
        BACKFILL,
        RELOAD
    }
}
