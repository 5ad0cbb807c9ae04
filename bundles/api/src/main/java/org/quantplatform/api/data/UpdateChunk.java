package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an update.
 *
 * @param kind {@code instruments}, {@code update}, {@code backfill}, {@code reload} or {@code actions}
 * @param state {@code pending}, {@code done} or {@code failed}
 * @param requested sessions asked for, over all tickers
 * @param absent of these, the ones of which no bar is stored; 0 while pending
 * @param deliveries one per source asked, in order
 */
public record UpdateChunk(
        int number,
        String kind,
        String state,
        List<String> tickers,
        LocalDate startDate,
        LocalDate endDate,
        long requested,
        long absent,
        List<Delivery> deliveries) {

    /**
     * What a source delivered.
     *
     * @param reasons number of rows by reason, flags and refusals together
     * @param details of refused and flagged rows, at most 200
     * @param error why it delivered nothing; null when it did
     */
    public record Delivery(
            String source,
            long received,
            long stored,
            long unchanged,
            long revised,
            long flagged,
            long refused,
            long surplus,
            long actions,
            Map<String, Long> reasons,
            List<Detail> details,
            @Nullable String snapshot,
            @Nullable String error) {}

    /**
     * Why a row was refused or flagged.
     *
     * @param date as it was stated, empty where the instrument was refused as a whole
     * @param outcome {@code refused} or {@code flagged}
     */
    public record Detail(String ticker, String date, String outcome, String reason) {}
}
