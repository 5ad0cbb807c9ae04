package org.quantplatform.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceSteps;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingRule;

/** Takes every import and has one instrument. */
final class MemoryData implements MarketData {

    final List<ImportRequest> requests = new ArrayList<>();
    final List<Upload> uploads = new ArrayList<>();

    @Override
    public List<MarketInfo> markets() {
        LocalDate day = LocalDate.of(2016, 1, 4);
        return List.of(
                new MarketInfo(Market.KR, "KRW", "XKRX", "Asia/Seoul", 100, 100, 250000, day, day.plusYears(9)),
                new MarketInfo(Market.HK, "HKD", "XHKG", "Asia/Hong_Kong", 0, 0, 0, null, null));
    }

    @Override
    public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
        Instrument samsung = new Instrument(
                Market.KR, "005930", "XKRX", "삼성전자", AssetType.STOCK, "Technology", "KRW", null, null, true);
        return Page.cut(List.of(samsung), page);
    }

    @Override
    public OhlcvSeries ohlcv(OhlcvQuery query) {
        throw QuantException.notFound("instrument", query.ticker());
    }

    @Override
    public IntradaySeries intraday(IntradayQuery query) {
        if (!query.ticker().equals("QZAA")) {
            throw QuantException.notFound("instrument", query.ticker());
        }
        Instant from = query.from();
        Instant start = from == null ? Instant.parse("2026-11-27T14:30:00Z") : from;
        double[] prices = {10.5};
        return new IntradaySeries(
                query.market(),
                "QZAA",
                "USD",
                query.timeframe().code(),
                query.market().zone().getId(),
                false,
                List.of(start),
                prices,
                prices,
                prices,
                prices,
                new double[] {1200},
                query.limit() == 1 ? start.plusSeconds(60) : null);
    }

    @Override
    public ResultFile export(ExportQuery query) {
        byte[] content = query.toString().getBytes(StandardCharsets.UTF_8);
        return new ResultFile() {
            @Override
            public String name() {
                return "us-bars-3.csv";
            }

            @Override
            public String mediaType() {
                return query.format().mediaType();
            }

            @Override
            public String tag() {
                return "t" + content.length;
            }

            @Override
            public long length() {
                return content.length;
            }

            @Override
            public InputStream open(long from) {
                return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
            }
        };
    }

    @Override
    public LatestBars latest(LatestQuery query) {
        double[] prices = {query.asOf() == null ? 12 : 10};
        return new LatestBars(
                query.market(),
                query.tickers(),
                List.of("USD"),
                new boolean[] {true},
                List.of(LocalDate.of(2024, 1, 2)),
                prices,
                prices,
                prices,
                prices,
                new double[] {1000});
    }

    @Override
    public Page<FundamentalFact> fundamentals(FundamentalQuery query, PageRequest page) {
        Instant learned = Instant.parse("2024-02-01T10:00:00Z");
        LocalDate end = LocalDate.of(2023, 12, 31);
        return Page.cut(
                List.of(new FundamentalFact(
                        "net_income", end, end.plusDays(30), query.asOf() == null ? 2e9 : 1e9, "3", learned)),
                page);
    }

    @Override
    public Page<DataChange> diff(DiffQuery query, PageRequest page) {
        LocalDate day = LocalDate.of(2024, 1, 2);
        Map<String, Double> before = Map.of("close", (double) query.from());
        Map<String, Double> after = Map.of("close", (double) query.to());
        return Page.cut(List.of(new DataChange("bar", "revised", "A", day, "", before, after)), page);
    }

    @Override
    public Page<SnapshotInfo> snapshots(PageRequest page) {
        List<SnapshotInfo> all = requests.stream()
                .map(r -> new SnapshotInfo("sn_1", "im_1", String.valueOf(r.source()), Instant.EPOCH, 10, 0, null))
                .toList();
        return Page.cut(all, page);
    }

    @Override
    public MarketCalendar calendar(CalendarQuery query) {
        LocalDate date = query.from() == null ? LocalDate.of(2024, 6, 14) : query.from();
        Session regular = new Session(Session.REGULAR, LocalTime.of(9, 30), LocalTime.of(16, 0));
        TradingDay day = new TradingDay(date, TradingDay.State.OPEN, List.of(regular), null);
        return new MarketCalendar(query.market(), "XNYS", "America/New_York", List.of(day));
    }

    @Override
    public MarketRuling rules(RulesQuery query) {
        PriceSteps one = PriceSteps.always(1);
        TradingRule rule = new TradingRule(one, 1, one, PriceLimit.NONE, 0, true, true, List.of(), List.of("a source"));
        LocalDate date = query.date() == null ? LocalDate.of(2024, 6, 14) : query.date();
        TradingDay day =
                calendar(new CalendarQuery(query.market(), date, date)).days().get(0);
        return new MarketRuling(query.market(), query.ticker(), "XNYS", AssetType.STOCK, date, day, rule, 1);
    }

    @Override
    public Page<IndexInfo> indexes(PageRequest page) {
        return Page.cut(List.of(new IndexInfo(Market.US, "SP500", 700, 500, LocalDate.of(1996, 1, 2))), page);
    }

    @Override
    public IndexMembers members(MembersQuery query) {
        IndexMember member = new IndexMember(query.market(), query.index(), "A", LocalDate.of(2000, 6, 5), null);
        return new IndexMembers(query.market(), query.index(), query.date(), List.of(member));
    }

    @Override
    public ImportReport importData(ImportRequest request, List<Upload> files, Optional<String> idempotencyKey) {
        requests.add(request);
        uploads.addAll(files);
        return getImport("im_1");
    }

    @Override
    public ImportReport getImport(String id) {
        List<ImportReport.Detail> details =
                List.of(new ImportReport.Detail("p.csv", 7, "AA", "2020-01-02", "refused", "no positive close"));
        return new ImportReport(
                id,
                JobStatus.COMPLETED,
                100,
                "csv",
                10,
                9,
                0,
                0,
                0,
                1,
                2,
                0,
                0,
                Map.of("no positive close", 1L),
                details,
                false,
                "sn_1",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public Page<ImportReport> imports(PageRequest page) {
        return Page.cut(List.of(), page);
    }
}
