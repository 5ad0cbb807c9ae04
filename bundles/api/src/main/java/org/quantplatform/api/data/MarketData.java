package org.quantplatform.api.data;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.model.Instrument;

/** Market data and its import. */
@ProviderType
public interface MarketData {

    /** Every market, also those without data. */
    @Access(Permission.DATA_READ)
    List<MarketInfo> markets();

    /** In order of market and ticker. */
    @Access(Permission.DATA_READ)
    Page<Instrument> instruments(InstrumentQuery query, PageRequest page);

    /** Refuses {@code NOT_FOUND} when the instrument is not known, or was not as of then. */
    @Access(Permission.DATA_READ)
    OhlcvSeries ohlcv(OhlcvQuery query);

    /** In order of time. Refuses {@code NOT_FOUND} when the instrument is not known. */
    @Access(Permission.DATA_READ)
    IntradaySeries intraday(IntradayQuery query);

    /** Refuses {@code NOT_FOUND} when a ticker that is named is not known, or was not as of then. */
    @Access(Permission.DATA_READ)
    LatestBars latest(LatestQuery query);

    /** Latest first. */
    @Access(Permission.DATA_READ)
    Page<SnapshotInfo> snapshots(PageRequest page);

    /** In order of item, end of period and publication; refuses {@code NOT_FOUND} when the instrument is not known. */
    @Access(Permission.DATA_READ)
    Page<FundamentalFact> fundamentals(FundamentalQuery query, PageRequest page);

    /**
     * What a run of the later snapshot saw otherwise than one of the earlier, in order of kind, ticker and day. Refuses
     * {@code NOT_FOUND} when there is no such snapshot.
     */
    @Access(Permission.DATA_READ)
    Page<DataChange> diff(DiffQuery query, PageRequest page);

    /** Refuses {@code NOT_FOUND} when an instrument or the snapshot is not known. */
    @Access(Permission.DATA_READ)
    ResultFile export(ExportQuery query);

    /** Every day of the range, as the market's rules tell it now. */
    @Access(Permission.DATA_READ)
    MarketCalendar calendar(CalendarQuery query);

    /** Refuses {@code UNPROCESSABLE} when what held on the day is not known. */
    @Access(Permission.DATA_READ)
    MarketRuling rules(RulesQuery query);

    /** In order of market and name. */
    @Access(Permission.DATA_READ)
    Page<IndexInfo> indexes(PageRequest page);

    /** Refuses {@code NOT_FOUND} when no members of the index are stored. */
    @Access(Permission.DATA_READ)
    IndexMembers members(MembersQuery query);

    /**
     * Takes the files over, stores a queued import and returns. Importing the same files again changes nothing.
     *
     * @param files empty for sources that need none
     * @param idempotencyKey a repeated key with the same request and files answers with the first import
     */
    @Access(value = Permission.DATA_WRITE, audit = "data.import")
    ImportReport importData(ImportRequest request, List<Upload> files, Optional<String> idempotencyKey);

    /** As {@link #importData(ImportRequest, List, Optional)}, a new import each time. */
    @Access(value = Permission.DATA_WRITE, audit = "data.import")
    default ImportReport importData(ImportRequest request, List<Upload> files) {
        return importData(request, files, Optional.empty());
    }

    @Access(Permission.DATA_READ)
    ImportReport getImport(String id);

    /** Latest first, without details. */
    @Access(Permission.DATA_READ)
    Page<ImportReport> imports(PageRequest page);
}
