package org.quantplatform.core.data;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.InstrumentQuery;
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

    /** Empty when the instrument is not known. */
    Optional<OhlcvSeries> bars(OhlcvQuery query);

    Page<SnapshotInfo> snapshots(PageRequest page);

    /** Indexes whose members are stored, in order of market and name. */
    List<IndexInfo> indexes();
}
