package org.quantplatform.core.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/** Checks of the data and the flags that they set. */
public interface CheckStore {

    /** Kind of the job of a check that asks nobody. */
    String CHECK = "check";

    /** Kind of the job of a check that waits for other sources. */
    String COMPARISON = "comparison";

    /** Rules whose flags hold until the bar is compared again or changes. */
    Set<String> COMPARING = Set.of("close_differs", "volume_differs");

    /**
     * Stores the check and its queued job of kind {@link #CHECK} or {@link #COMPARISON}; its id is such as {@code ck_20260131_001}.
     *
     * @param claim of a key that was used for the same before, whose check it answers with
     */
    String create(Caller caller, CheckRequest request, String requestJson, Optional<Claim> claim);

    /** A new check each time. */
    default String create(Caller caller, CheckRequest request, String requestJson) {
        return create(caller, request, requestJson, Optional.empty());
    }

    Optional<CheckReport> get(String id);

    /** Latest first. */
    Page<CheckReport> list(PageRequest page);

    Page<Finding> findings(String id, FindingQuery query, PageRequest page);

    /** Bars of one instrument in order of day, as they are stored now, with all of its splits. */
    Optional<Bars> bars(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to);

    /** The same bars with what must be known before they can be compared; empty when the instrument is not known. */
    Optional<Stated> stated(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to);

    /**
     * Stores what was found, and the flags under a snapshot of their own, in one transaction. Flags of the checked instruments
     * and days that are not found again hold no more; those of the rules {@link #COMPARING} only where the bar was compared,
     * or has changed since. Does nothing when the check has been stored before.
     */
    void save(String id, Checked checked);

    /**
     * One instrument's bars; absent is NaN.
     *
     * @param flags of the import by index; empty where there is none
     * @param splits new shares per old one, by ex-date
     */
    record Bars(
            String ticker,
            int[] epochDays,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            String[] flags,
            PriceBasis basis,
            Map<LocalDate, Double> splits) {}

    /**
     * Bars with their origin.
     *
     * @param sources by index, which brought the bar
     */
    record Stated(Bars bars, String currency, String[] sources) {

        public PriceBasis basis() {
            return bars.basis();
        }

        public LocalDate date(int index) {
            return LocalDate.ofEpochDay(bars.epochDays()[index]);
        }
    }

    /**
     * What a check found.
     *
     * @param tickers that were checked, all of whose flags from first to last day are replaced
     */
    record Checked(
            Market market,
            List<String> tickers,
            LocalDate from,
            LocalDate to,
            long bars,
            List<Finding> findings,
            @Nullable Compared compared) {}

    /** @param days since 1970-01-01 that were compared, by ticker */
    record Compared(Comparison comparison, Map<String, int[]> days) {}
}
