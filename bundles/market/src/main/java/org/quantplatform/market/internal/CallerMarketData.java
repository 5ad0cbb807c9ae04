package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.IndexMembers;
import org.quantplatform.api.data.InstrumentQuery;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.api.data.MarketCalendar;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.MarketRuling;
import org.quantplatform.api.data.MembersQuery;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.api.data.Upload;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.QuantException;

/** The market data as one caller sees it; the data belongs to all, so only an import knows who asked. */
final class CallerMarketData implements MarketData {

    private static final int MOST_TICKERS = 20_000;

    private final Caller caller;
    private final MarketStore market;
    private final Shelves shelves;
    private final Reception reception;

    /** Where everything else is looked up. */
    record Shelves(Almanac almanac, PanelSource panels, DataFiles files) {}

    CallerMarketData(Caller caller, MarketStore market, Shelves shelves, Reception reception) {
        this.caller = caller;
        this.market = market;
        this.shelves = shelves;
        this.reception = reception;
    }

    @Override
    public List<MarketInfo> markets() {
        return market.markets();
    }

    @Override
    public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
        return market.instruments(query, page);
    }

    @Override
    public OhlcvSeries ohlcv(OhlcvQuery query) {
        if (query.timeframe().isIntraday()) {
            throw QuantException.invalid("timeframe", "must not be a part of a day");
        }
        if (query.startDate() != null
                && query.endDate() != null
                && query.startDate().isAfter(query.endDate())) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
        return market.bars(query)
                .orElseThrow(() -> QuantException.notFound("instrument", query.market() + ":" + query.ticker()));
    }

    @Override
    public IntradaySeries intraday(IntradayQuery query) {
        return market.intraday(query)
                .orElseThrow(() -> QuantException.notFound("instrument", query.market() + ":" + query.ticker()));
    }

    @Override
    public LatestBars latest(LatestQuery query) {
        if (query.tickers().size() > MOST_TICKERS) {
            throw QuantException.invalid("tickers", "must be at most " + MOST_TICKERS);
        }
        return market.latest(query);
    }

    @Override
    public Page<FundamentalFact> fundamentals(FundamentalQuery query, PageRequest page) {
        return market.fundamentals(query, page)
                .orElseThrow(() -> QuantException.notFound("instrument", query.market() + ":" + query.ticker()));
    }

    @Override
    public Page<DataChange> diff(DiffQuery query, PageRequest page) {
        if (query.from() > query.to()) {
            throw QuantException.invalid("to", "must not be before from");
        }
        return market.diff(query, page);
    }

    @Override
    public Page<SnapshotInfo> snapshots(PageRequest page) {
        return market.snapshots(page);
    }

    @Override
    public ResultFile export(ExportQuery query) {
        return shelves.files().of(query);
    }

    @Override
    public MarketCalendar calendar(CalendarQuery query) {
        return shelves.almanac().calendar(query);
    }

    @Override
    public MarketRuling rules(RulesQuery query) {
        return shelves.almanac().rules(query);
    }

    @Override
    public Page<IndexInfo> indexes(PageRequest page) {
        List<IndexInfo> all = market.indexes();
        return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
    }

    @Override
    public IndexMembers members(MembersQuery query) {
        PanelSource panels = shelves.panels();
        List<IndexMember> all = panels.members(panels.currentSnapshot(), query.market(), query.index());
        if (all.isEmpty()) {
            throw QuantException.notFound("index", query.market() + ":" + query.index());
        }
        LocalDate date = query.date();
        List<IndexMember> members =
                all.stream().filter(member -> date == null || member.on(date)).toList();
        return new IndexMembers(query.market(), query.index(), date, members);
    }

    @Override
    public ImportReport importData(ImportRequest request, List<Upload> files, Optional<String> idempotencyKey) {
        return reception.accept(caller, new Reception.Order(request, files, idempotencyKey));
    }

    @Override
    public ImportReport getImport(String id) {
        return reception.imports().get(id).orElseThrow(() -> QuantException.notFound("import", id));
    }

    @Override
    public Page<ImportReport> imports(PageRequest page) {
        return reception.imports().list(page);
    }
}
