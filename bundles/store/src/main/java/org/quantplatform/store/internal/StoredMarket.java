package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Market data in the database, as it is known now. */
@Component
public final class StoredMarket implements MarketStore {

    private static final String TOTALS =
            """
            select i.market, count(*) as instruments, count(*) filter (where i.synthetic) as synthetic,
                   coalesce(max(t.bars), 0) as bars, max(t.first_date) as first_date, max(t.last_date) as last_date
            from instruments i left join market_totals t on t.market = i.market
            group by i.market""";

    private static final String MATCHING =
            """
             from instruments
            where (?::text is null or market = ?) and (?::text is null or sector = ?)
              and (?::text is null or position(lower(?) in lower(ticker)) > 0 or position(lower(?) in lower(name)) > 0)""";

    private final Database database;

    @Activate
    public StoredMarket(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<MarketInfo> markets() {
        Map<Market, MarketInfo> stored = database.read(session -> session.list(TOTALS, StoredMarket::info)).stream()
                .collect(Collectors.toMap(MarketInfo::market, Function.identity()));
        return Arrays.stream(Market.values())
                .map(market -> stored.getOrDefault(market, empty(market)))
                .toList();
    }

    @Override
    public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
        String market = query.market() == null ? null : query.market().name();
        String sector = query.sector();
        String search = query.search();
        return database.read(session -> Page.of(
                session.list(
                        "select *" + MATCHING + " order by market, ticker limit ? offset ?",
                        InstrumentRows::instrument,
                        market,
                        market,
                        sector,
                        sector,
                        search,
                        search,
                        search,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*)" + MATCHING, market, market, sector, sector, search, search, search)));
    }

    @Override
    public Optional<Instrument> instrument(Market market, String ticker) {
        return database.read(session -> session.first(
                "select * from instruments where market = ? and ticker = ?",
                InstrumentRows::instrument,
                market.name(),
                ticker));
    }

    @Override
    public Optional<OhlcvSeries> bars(OhlcvQuery query) {
        return database.read(session -> History.read(session, query));
    }

    @Override
    public Optional<IntradaySeries> intraday(IntradayQuery query) {
        return database.read(session -> MinuteRows.read(session, query));
    }

    @Override
    public LatestBars latest(LatestQuery query) {
        return database.read(session -> LatestRows.read(session, query));
    }

    @Override
    public Optional<Page<FundamentalFact>> fundamentals(FundamentalQuery query, PageRequest page) {
        return database.read(session -> FactRows.page(session, query, page));
    }

    @Override
    public Page<DataChange> diff(DiffQuery query, PageRequest page) {
        return database.read(session -> Changes.page(session, query, page));
    }

    @Override
    public List<IndexInfo> indexes() {
        return database.read(IndexRows::indexes);
    }

    @Override
    public Page<SnapshotInfo> snapshots(PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        """
                        select snapshot, import_id, source, committed_at, stored, revised, waits_for from data_snapshots
                        where not part order by snapshot desc limit ? offset ?""",
                        row -> new SnapshotInfo(
                                row.getString("snapshot"),
                                row.getString("import_id"),
                                row.getString("source"),
                                Columns.instant(row, "committed_at"),
                                row.getLong("stored"),
                                row.getLong("revised"),
                                row.getString("waits_for")),
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from data_snapshots where not part")));
    }

    private static MarketInfo info(ResultSet row) throws SQLException {
        Market market = Market.valueOf(row.getString("market"));
        return new MarketInfo(
                market,
                market.currency(),
                market.exchange(),
                market.zone().getId(),
                row.getLong("instruments"),
                row.getLong("synthetic"),
                row.getLong("bars"),
                Columns.dateOrNull(row, "first_date"),
                Columns.dateOrNull(row, "last_date"));
    }

    private static MarketInfo empty(Market market) {
        return new MarketInfo(
                market, market.currency(), market.exchange(), market.zone().getId(), 0, 0, 0, null, null);
    }
}
