package org.quantplatform.core.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;

/** Imports and the rows that they bring. */
public interface ImportStore {

    /**
     * Stores the import and its queued job of kind {@code import} in one transaction.
     *
     * @param requestJson what the job's handler will read
     * @param claim of a caller who may repeat the request
     * @throws QuantException {@code CONFLICT} when the key was used with another request
     */
    Created create(Caller caller, String source, String requestJson, Optional<Claim> claim);

    /** As {@link #create(Caller, String, String, Optional)}, a new import each time. */
    default String create(Caller caller, String source, String requestJson) {
        return create(caller, source, requestJson, Optional.empty()).id();
    }

    /** Progress and status are the job's. */
    Optional<ImportReport> get(String id);

    /** Latest first, without details. */
    Page<ImportReport> list(PageRequest page);

    /**
     * Starts to write the rows of an import. Nothing of it is visible before {@link Writer#commit}.
     *
     * @param source id of the data source, stored with the instruments it brings
     */
    Writer begin(String id, String source, PriceBasis basis);

    /**
     * As {@link #begin}, for many rows that can be delivered twice: bars of days before or after all that is stored of their
     * instrument go where they stay at once, and meanwhile nobody else can store anything. The writer throws {@link
     * DirectLoadRefused} when rows turn out to need each other's judgement; nothing of it is stored then, and a writer of {@link
     * #begin} takes the same rows.
     */
    default Writer beginDirect(String id, String source, PriceBasis basis) {
        return begin(id, source, basis);
    }

    /**
     * The caller's key.
     *
     * @param content everything that makes two requests the same, files included
     */
    record Claim(String key, String content) {}

    /**
     * An import.
     *
     * @param id of the report, which is the job's id too, such as {@code im_20260131_001}
     * @param before whether the same key had made it already
     */
    record Created(String id, boolean before) {}

    /** Takes the rows of one import from one thread; closing without a commit discards them. */
    interface Writer extends RowWriter, AutoCloseable {

        /**
         * Merges all rows in one transaction with the final report, under a new snapshot id. Of several bars for the same
         * instrument and day, and of several facts about the same item, period and day of publication, equal ones count as
         * unchanged and differing ones are all refused as conflicting. A row of an instrument that was never named makes the
         * instrument, with the market's exchange and currency.
         *
         * @param judged what happened before the rows came here
         */
        ImportReport commit(Judged judged);

        @Override
        void close();
    }

    /**
     * The accounting up to the writer.
     *
     * @param files names of the files, by index
     * @param received rows that the source delivered or refused
     * @param refused rows that did not reach the writer
     * @param reasons number of refused and flagged rows by reason
     * @param details at most 1000, in order of line
     */
    record Judged(
            List<String> files,
            long received,
            long refused,
            long flagged,
            Map<String, Long> reasons,
            List<ImportReport.Detail> details) {}
}
