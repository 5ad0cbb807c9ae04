package org.quantplatform.core.data;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.InstrumentQuery;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;

/** Market data as stored. */
public interface MarketStore {

    List<MarketInfo> markets();

    Page<Instrument> instruments(InstrumentQuery query, PageRequest page);

    Optional<Instrument> instrument(Market market, String ticker);

    /** Empty when the instrument is not known, or was not as of then. */
    Optional<OhlcvSeries> bars(OhlcvQuery query);

    /** Empty when the instrument is not known. */
    Optional<IntradaySeries> intraday(IntradayQuery query);

    /** Refuses {@code NOT_FOUND} when a ticker that is named is not known, or was not as of then. */
    LatestBars latest(LatestQuery query);

    /** Empty when the instrument is not known. */
    Optional<Page<FundamentalFact>> fundamentals(FundamentalQuery query, PageRequest page);

    /** Refuses {@code NOT_FOUND} when there is no such snapshot. */
    Page<DataChange> diff(DiffQuery query, PageRequest page);

    Page<SnapshotInfo> snapshots(PageRequest page);

    /** Indexes whose members are stored, in order of market and name. */
    List<IndexInfo> indexes();
}
