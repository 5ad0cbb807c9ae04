package org.quantplatform.client.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.Upload;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;

/** {@code /data}. */
public final class RemoteMarketData implements MarketData {

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(2);

    private final Http http;

    public RemoteMarketData(Http http) {
        this.http = http;
    }

    @Override
    public List<MarketInfo> markets() {
        return http.send(Call.get("/data/markets"))
                .page("markets", MarketInfo.class)
                .items();
    }

    @Override
    public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
        String path = Query.of("/data/instruments")
                .page(page)
                .with("market", code(query.market()))
                .with("sector", query.sector())
                .with("search", query.search())
                .toString();
        return http.send(Call.get(path)).page("instruments", Instrument.class);
    }

    @Override
    public OhlcvSeries ohlcv(OhlcvQuery query) {
        String path = Query.of("/data/ohlcv/" + Query.segment(query.ticker()))
                .with("market", code(query.market()))
                .with("start_date", query.startDate())
                .with("end_date", query.endDate())
                .with(
                        "timeframe",
                        query.timeframe() == Timeframe.DAY
                                ? null
                                : query.timeframe().code())
                .with("adjust", query.adjust())
                .with("as_of", query.asOf())
                .toString();
        return http.send(Call.get(path)).as(OhlcvSeries.class);
    }

    @Override
    public IntradaySeries intraday(IntradayQuery query) {
        String path = Query.of("/data/ohlcv/" + Query.segment(query.ticker()))
                .with("market", code(query.market()))
                .with("start_date", query.from())
                .with("end_date", query.to())
                .with("timeframe", query.timeframe().code())
                .with("limit", String.valueOf(query.limit()))
                .with("as_of", query.asOf())
                .toString();
        return http.send(Call.get(path)).as(IntradaySeries.class);
    }

    @Override
    public LatestBars latest(LatestQuery query) {
        String path = Query.of("/data/latest")
                .with("market", code(query.market()))
                .with("tickers", query.tickers().isEmpty() ? null : String.join(",", query.tickers()))
                .with("as_of", query.asOf())
                .toString();
        return http.send(Call.get(path)).as(LatestBars.class);
    }

    @Override
    public Page<FundamentalFact> fundamentals(FundamentalQuery query, PageRequest page) {
        String path = Query.of("/data/fundamentals/" + Query.segment(query.ticker()))
                .page(page)
                .with("market", code(query.market()))
                .with("item", query.item())
                .with("published_to", query.publishedTo())
                .with("as_of", query.asOf())
                .toString();
        return http.send(Call.get(path)).page("fundamentals", FundamentalFact.class);
    }

    @Override
    public Page<DataChange> diff(DiffQuery query, PageRequest page) {
        String path = Query.of("/data/diff")
                .page(page)
                .with("market", code(query.market()))
                .with("from", String.valueOf(query.from()))
                .with("to", String.valueOf(query.to()))
                .with("ticker", query.ticker())
                .toString();
        return http.send(Call.get(path)).page("changes", DataChange.class);
    }

    @Override
    public Page<SnapshotInfo> snapshots(PageRequest page) {
        return http.send(Call.get(Query.of("/data/snapshots").page(page).toString()))
                .page("snapshots", SnapshotInfo.class);
    }

    @Override
    public ResultFile export(ExportQuery query) {
        String path = Query.of("/data/export")
                .with("kind", query.kind())
                .with("market", code(query.market()))
                .with("tickers", query.tickers().isEmpty() ? null : String.join(",", query.tickers()))
                .with("start_date", query.startDate())
                .with("end_date", query.endDate())
                .with("as_of", query.asOf())
                .with("quality", query.quality())
                .with("format", query.format())
                .toString();
        return RemoteResultFile.of(http, path);
    }

    @Override
    public MarketCalendar calendar(CalendarQuery query) {
        String path = Query.of("/data/markets/" + query.market() + "/calendar")
                .with("from", query.from())
                .with("to", query.to())
                .toString();
        return http.send(Call.get(path)).as(MarketCalendar.class);
    }

    @Override
    public MarketRuling rules(RulesQuery query) {
        String path = Query.of("/data/markets/" + query.market() + "/rules")
                .with("date", query.date())
                .with("ticker", query.ticker())
                .toString();
        return http.send(Call.get(path)).as(MarketRuling.class);
    }

    @Override
    public Page<IndexInfo> indexes(PageRequest page) {
        return http.send(Call.get(Query.of("/data/indexes").page(page).toString()))
                .page("indexes", IndexInfo.class);
    }

    @Override
    public IndexMembers members(MembersQuery query) {
        String path = Query.of("/data/indexes/" + query.market() + "/" + Query.segment(query.index()))
                .with("date", query.date())
                .toString();
        return http.send(Call.get(path)).as(IndexMembers.class);
    }

    @Override
    public ImportReport importData(ImportRequest request, List<Upload> files, Optional<String> idempotencyKey) {
        Call call = Multipart.importOf(request, files, idempotencyKey.orElseGet(Call::newKey));
        return getImport(http.send(call, LONGEST_UPLOAD).text("import_id"));
    }

    @Override
    public ImportReport getImport(String id) {
        return http.send(Call.get("/data/imports/" + Query.segment(id))).as(ImportReport.class);
    }

    @Override
    public Page<ImportReport> imports(PageRequest page) {
        return http.send(Call.get(Query.of("/data/imports").page(page).toString()))
                .page("imports", ImportReport.class);
    }

    private static @Nullable String code(@Nullable Market market) {
        return market == null ? null : market.name();
    }
}
