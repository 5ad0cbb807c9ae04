package org.quantplatform.rest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Identity;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DataChecks;
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
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.MarketCalendar;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.MarketRuling;
import org.quantplatform.api.data.MembersQuery;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.api.data.Updates;
import org.quantplatform.api.data.Upload;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.secrets.StoredSecrets;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.Users;
import org.quantplatform.faces.fixtures.MemoryApiKeys;
import org.quantplatform.faces.fixtures.MemoryAudit;
import org.quantplatform.faces.fixtures.MemoryChecks;
import org.quantplatform.faces.fixtures.MemoryExpressions;
import org.quantplatform.faces.fixtures.MemoryFactorAnalyses;
import org.quantplatform.faces.fixtures.MemoryFactors;
import org.quantplatform.faces.fixtures.MemorySearches;
import org.quantplatform.faces.fixtures.MemorySecrets;
import org.quantplatform.faces.fixtures.MemoryShares;
import org.quantplatform.faces.fixtures.MemoryUpdates;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Holding;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceSteps;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingRule;
import org.quantplatform.model.Universe;

/** A platform that keeps everything in maps: what is stored can be read, what is cancelled is cancelled. */
final class MemoryPlatform implements Sessions {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final int TRADES = 2345;

    final Map<String, StoredStrategy> strategies = new TreeMap<>();
    final Map<String, Backtest> runs = new ConcurrentHashMap<>();
    final Map<String, List<JobEvent>> events = new ConcurrentHashMap<>();
    final Map<String, List<Consumer<JobEvent>>> watchers = new ConcurrentHashMap<>();
    final Map<String, ImportReport> imports = new ConcurrentHashMap<>();
    final MemoryPrices prices = new MemoryPrices();
    final MemoryUpdates updates = new MemoryUpdates();
    final MemoryChecks checks = new MemoryChecks();
    final MemoryFactorAnalyses analyses = new MemoryFactorAnalyses();
    final MemoryFactors factors = new MemoryFactors();
    final MemoryExpressions expressions = new MemoryExpressions();
    final MemorySearches searches = new MemorySearches();
    final Map<String, String> keys = new ConcurrentHashMap<>();
    final List<Credentials> callers = new CopyOnWriteArrayList<>();
    final List<String> uploads = new CopyOnWriteArrayList<>();
    final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryApiKeys apiKeys = new MemoryApiKeys();
    final MemorySecrets secrets = new MemorySecrets();
    final MemoryShares shares = new MemoryShares();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile int snapshot = 1;
    volatile double lastPrice = Double.NaN;
    volatile @Nullable RuntimeException failure;
    volatile boolean loggedOut;
    private final AtomicInteger ids = new AtomicInteger();

    @Override
    public PlatformSession open(Credentials credentials) {
        callers.add(credentials);
        if ("wrong".equals(credentials.values().get("bearer"))) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "the token is not valid");
        }
        opened.incrementAndGet();
        return new Session();
    }

    HealthReport health() {
        return new HealthReport(
                "ok",
                "0.1.0",
                12,
                new HealthReport.DatabaseInfo("embedded", "18.6", null, "partitioned"),
                new HealthReport.PluginCounts(5, 1),
                Map.of("queued", 2L, "running", 1L),
                Map.of());
    }

    void emit(String id, String type, Map<String, Object> values) {
        synchronized (events) {
            List<JobEvent> all = events.computeIfAbsent(id, key -> new ArrayList<>());
            JobEvent event = new JobEvent(all.size() + 1L, type, values);
            all.add(event);
            watchers.getOrDefault(id, List.of()).forEach(watcher -> watcher.accept(event));
        }
    }

    void complete(String id) {
        runs.computeIfPresent(id, (key, run) -> run(id, JobStatus.COMPLETED, run.strategyId()));
        emit(id, "completed", Map.of("summary", Map.of("total_return", 0.5)));
    }

    private Backtest run(String id, JobStatus status, @Nullable String strategy) {
        boolean done = status == JobStatus.COMPLETED;
        BacktestSummary summary = new BacktestSummary(
                0.2845, 0.21, 0.14, 1.85, Double.NaN, 1.7, -0.123, 0.56, TRADES, 812, 1284500, 1, 0, 2, 3, 4);
        Manifest manifest = new Manifest(
                "1",
                List.of(new PluginPin(PluginKind.FACTOR, "momentum", "org.x", "1.0.0", "ab")),
                "7",
                "cd",
                BacktestRequest.ofStrategy("m", LocalDate.of(2018, 1, 1), LocalDate.of(2019, 1, 1), 1e6),
                Map.of(),
                0,
                "ef01",
                null,
                null);
        return new Backtest(
                id,
                status,
                done ? 100 : 0,
                strategy,
                "factor-rank",
                LocalDate.of(2018, 1, 1),
                LocalDate.of(2019, 1, 1),
                1e6,
                "USD",
                done ? summary : null,
                null,
                done ? manifest : null,
                List.of(),
                null,
                Map.of(),
                NOW,
                null,
                status.ended() ? NOW : null);
    }

    private Backtest find(String id) {
        return Optional.ofNullable(runs.get(id)).orElseThrow(() -> QuantException.notFound("backtest", id));
    }

    private Backtest finished(String id) {
        Backtest run = find(id);
        if (run.status() != JobStatus.COMPLETED) {
            throw QuantException.of(ErrorCode.CONFLICT, "the run is not completed");
        }
        return run;
    }

    private void failWhenAsked() {
        RuntimeException asked = failure;
        if (asked != null) {
            throw asked;
        }
    }

    private final class Session implements PlatformSession {

        @Override
        public Identity identity() {
            return new Identity("local", Set.of(Role.ADMIN), "local");
        }

        @Override
        public Strategies strategies() {
            failWhenAsked();
            return new Definitions();
        }

        @Override
        public Backtests backtests() {
            failWhenAsked();
            return new Runs();
        }

        @Override
        public Searches searches() {
            return searches;
        }

        @Override
        public Factors factors() {
            return factors;
        }

        @Override
        public RunStatistics statistics() {
            failWhenAsked();
            return new MemoryStatistics(id -> finished(id).backtestId());
        }

        @Override
        public FactorAnalyses factorAnalyses() {
            return analyses;
        }

        @Override
        public Expressions expressions() {
            return expressions;
        }

        @Override
        public DataChecks checks() {
            return checks;
        }

        @Override
        public LivePrices prices() {
            return prices;
        }

        @Override
        public Updates updates() {
            return updates;
        }

        @Override
        public MarketData data() {
            return new Data();
        }

        @Override
        public Plugins plugins() {
            return new Plugs();
        }

        @Override
        public Jobs jobs() {
            if (loggedOut) {
                throw QuantException.of(ErrorCode.UNAUTHENTICATED, "log in first");
            }
            return new Work();
        }

        @Override
        public Audit audit() {
            return new MemoryAudit();
        }

        @Override
        public Account account() {
            return accounts;
        }

        @Override
        public Users users() {
            return accounts;
        }

        @Override
        public StoredSecrets secrets() {
            return secrets;
        }

        @Override
        public Shares shares() {
            return shares;
        }

        @Override
        public ApiKeys apiKeys() {
            return apiKeys;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private final class Definitions implements Strategies {

        @Override
        public Page<StoredStrategy> list(PageRequest page) {
            synchronized (strategies) {
                return Page.cut(List.copyOf(strategies.values()), page);
            }
        }

        @Override
        public StoredStrategy get(String id) {
            synchronized (strategies) {
                return Optional.ofNullable(strategies.get(id.toLowerCase(java.util.Locale.ROOT)))
                        .orElseThrow(() -> QuantException.notFound("strategy", id));
            }
        }

        @Override
        public StoredStrategy create(StrategyDefinition definition, Optional<String> key) {
            if (definition.name() == null || definition.name().isBlank()) {
                throw QuantException.invalid("name", "is required");
            }
            String id = definition.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            synchronized (strategies) {
                if (key.isPresent() && id.equals(keys.get(key.get()))) {
                    return get(id);
                }
                if (strategies.containsKey(id)) {
                    throw QuantException.of(ErrorCode.CONFLICT, "the name is taken");
                }
                key.ifPresent(k -> keys.put(k, id));
                strategies.put(id, stored(id, definition, 1));
                return get(id);
            }
        }

        private StoredStrategy stored(String id, StrategyDefinition definition, int version) {
            List<FactorWeight> factors = definition.factors() == null ? List.of() : definition.factors();
            return new StoredStrategy(
                    id,
                    String.valueOf(definition.name()),
                    definition.description() == null ? "" : definition.description(),
                    definition.plugin() == null ? "factor-rank" : definition.plugin(),
                    definition.parameters() == null ? Map.of() : definition.parameters(),
                    factors,
                    definition.universe() == null ? Universe.of(Market.US) : definition.universe(),
                    Constraints.NONE,
                    definition.rebalanceFrequency(),
                    version,
                    NOW,
                    NOW);
        }

        @Override
        public StoredStrategy update(String id, StrategyDefinition definition, Optional<Integer> expected) {
            synchronized (strategies) {
                int version = get(id).version();
                if (expected.isPresent() && expected.get() != version) {
                    throw QuantException.of(ErrorCode.PRECONDITION_FAILED, "the stored version is " + version);
                }
                strategies.put(id, stored(id, definition, version + 1));
                return get(id);
            }
        }

        @Override
        public void delete(String id) {
            synchronized (strategies) {
                get(id);
                strategies.remove(id);
            }
        }
    }

    private final class Data implements MarketData {

        @Override
        public List<MarketInfo> markets() {
            return List.of(
                    new MarketInfo(
                            Market.US,
                            "USD",
                            "XNYS",
                            "America/New_York",
                            505,
                            0,
                            619040,
                            null,
                            LocalDate.of(2020, 1, 3)),
                    new MarketInfo(Market.KR, "KRW", "XKRX", "Asia/Seoul", 100, 100, 252000, null, null));
        }

        @Override
        public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
            List<Instrument> all = IntStream.range(0, 120)
                    .mapToObj(i -> new Instrument(
                            i % 2 == 0 ? Market.US : Market.KR,
                            "T%03d".formatted(i),
                            "XNYS",
                            "Name " + i,
                            AssetType.STOCK,
                            null,
                            "USD",
                            null,
                            null,
                            true))
                    .filter(i -> query.market() == null || query.market() == i.market())
                    .filter(i -> query.search() == null || i.ticker().contains(query.search()))
                    .toList();
            return Page.cut(all, page);
        }

        @Override
        public LatestBars latest(LatestQuery query) {
            List<String> tickers = query.tickers().isEmpty() ? List.of("AAPL") : query.tickers();
            double[] prices = new double[tickers.size()];
            Arrays.fill(prices, query.asOf() == null ? lastPrice : 1.5);
            return new LatestBars(
                    query.market(),
                    tickers,
                    tickers.stream().map(ticker -> "USD").toList(),
                    new boolean[prices.length],
                    tickers.stream().map(ticker -> LocalDate.of(2020, 1, 3)).toList(),
                    prices,
                    prices,
                    prices,
                    prices,
                    prices);
        }

        @Override
        public ResultFile export(ExportQuery query) {
            if (query.tickers().contains("NONE")) {
                throw QuantException.notFound("instrument", "US:NONE");
            }
            return new MemoryFile("us-bars-3", query.format(), query.toString());
        }

        @Override
        public OhlcvSeries ohlcv(OhlcvQuery query) {
            if (!query.ticker().equals("AAPL")) {
                throw QuantException.notFound("instrument", query.ticker());
            }
            double[] prices = {1.5, lastPrice};
            List<LocalDate> dates = List.of(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3));
            return new OhlcvSeries(
                    query.market(),
                    "AAPL",
                    "USD",
                    "1d",
                    query.adjust(),
                    false,
                    dates,
                    prices,
                    prices,
                    prices,
                    prices,
                    prices);
        }

        @Override
        public IntradaySeries intraday(IntradayQuery query) {
            if (!query.ticker().equals("AAPL")) {
                throw QuantException.notFound("instrument", query.ticker());
            }
            Instant from = query.from();
            Instant start = from == null ? Instant.parse("2020-01-02T14:30:00Z") : from;
            double[] prices = {1.5};
            return new IntradaySeries(
                    query.market(),
                    "AAPL",
                    "USD",
                    query.timeframe().code(),
                    query.market().zone().getId(),
                    false,
                    List.of(start),
                    prices,
                    prices,
                    prices,
                    prices,
                    prices,
                    query.limit() == 1 ? query.to() : null);
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
            return Page.cut(List.of(new SnapshotInfo(String.valueOf(snapshot), "im_1", "csv", NOW, 10, 0, null)), page);
        }

        @Override
        public MarketCalendar calendar(CalendarQuery query) {
            LocalDate date = query.from() == null ? LocalDate.of(2024, 6, 14) : query.from();
            TradingDay.Session regular =
                    new TradingDay.Session(TradingDay.Session.REGULAR, LocalTime.of(9, 30), LocalTime.of(16, 0));
            TradingDay day = new TradingDay(date, TradingDay.State.OPEN, List.of(regular), null);
            return new MarketCalendar(query.market(), "XNYS", "America/New_York", List.of(day));
        }

        @Override
        public MarketRuling rules(RulesQuery query) {
            PriceSteps one = PriceSteps.always(1);
            TradingRule rule =
                    new TradingRule(one, 1, one, PriceLimit.NONE, 0, true, true, List.of(), List.of("a source"));
            LocalDate date = query.date() == null ? LocalDate.of(2024, 6, 14) : query.date();
            TradingDay day = calendar(new CalendarQuery(query.market(), date, date))
                    .days()
                    .get(0);
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
            if (request.market() == null && files.isEmpty() && request.source() == null) {
                throw QuantException.invalid("source", "is required without files");
            }
            for (Upload file : files) {
                try {
                    uploads.add(file.name() + ":" + Files.size(file.content()) + ":" + file.content());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            String id = "im_" + ids.incrementAndGet();
            ImportReport report = new ImportReport(
                    id,
                    JobStatus.QUEUED,
                    0,
                    "csv",
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    List.of(),
                    false,
                    null,
                    null,
                    null,
                    NOW,
                    null);
            imports.put(id, report);
            return report;
        }

        @Override
        public ImportReport getImport(String id) {
            return Optional.ofNullable(imports.get(id)).orElseThrow(() -> QuantException.notFound("import", id));
        }

        @Override
        public Page<ImportReport> imports(PageRequest page) {
            return Page.cut(List.copyOf(imports.values()), page);
        }
    }

    private final class Runs implements Backtests {

        @Override
        public Backtest submit(BacktestRequest request, Optional<String> key) {
            if (request.strategyId() == null && request.strategy() == null) {
                throw QuantException.invalid("strategy_id", "give strategy_id or strategy");
            }
            if (request.startDate() == null) {
                throw QuantException.invalid("start_date", "is required");
            }
            if (request.endDate() == null || request.endDate().isBefore(request.startDate())) {
                throw QuantException.invalid("end_date", "is required and not before start_date");
            }
            if (request.initialCapital() == null || !(request.initialCapital() > 0)) {
                throw QuantException.invalid("initial_capital", "must be above 0");
            }
            if (request.currency() != null && !request.currency().equals("USD")) {
                throw QuantException.of(ErrorCode.UNPROCESSABLE, "no exchange rates");
            }
            String id = key.map(keys::get).orElse("bt_" + ids.incrementAndGet());
            key.ifPresent(k -> keys.put(k, id));
            runs.putIfAbsent(id, run(id, JobStatus.QUEUED, request.strategyId()));
            if (!events.containsKey(id)) {
                emit(id, "queued", Map.of());
            }
            return find(id);
        }

        @Override
        public Page<Backtest> list(BacktestQuery query, PageRequest page) {
            return Page.cut(
                    runs.values().stream()
                            .filter(r -> query.status() == null || r.status() == query.status())
                            .toList(),
                    page);
        }

        @Override
        public Backtest get(String id) {
            return find(id);
        }

        @Override
        public EquitySeries equity(String id) {
            finished(id);
            double[] values =
                    IntStream.range(0, 500).mapToDouble(i -> 1e6 + i / 3.0).toArray();
            List<LocalDate> dates = IntStream.range(0, 500)
                    .mapToObj(i -> LocalDate.of(2018, 1, 1).plusDays(i))
                    .toList();
            return new EquitySeries(dates, values, values, new double[500], new double[0]);
        }

        @Override
        public Page<Trade> trades(String id, PageRequest page) {
            finished(id);
            LocalDate day = LocalDate.of(2018, 1, 2);
            List<Trade> all = IntStream.range(0, TRADES)
                    .mapToObj(i -> new Trade(day, day, "T" + i, i % 2 == 0 ? Side.BUY : Side.SELL, 1.5, 10, 0, 0, 0))
                    .toList();
            return Page.cut(all, page);
        }

        @Override
        public List<Holding> holdings(String id, Optional<LocalDate> date) {
            finished(id);
            LocalDate day = date.orElse(LocalDate.of(2019, 1, 1));
            return IntStream.range(0, 94)
                    .mapToObj(i -> new Holding(day, "T" + i, 1, 2, 2, 0.01, 1.9, 0.1))
                    .toList();
        }

        @Override
        public ResultFile file(String id, ResultQuery query) {
            finished(id);
            String name = id + "-" + query.table().name().toLowerCase(Locale.ROOT);
            return new MemoryFile(name, query.format(), query.toString());
        }

        @Override
        public BacktestMetrics metrics(String id) {
            finished(id);
            return new BacktestMetrics(
                    id, Map.of("sharpe_ratio", 1.85, "omega", Double.NaN), List.of(), Map.of("2018", 0.1));
        }

        @Override
        public Backtest cancel(String id) {
            Backtest run = find(id);
            if (!run.status().ended()) {
                runs.put(id, run(id, JobStatus.CANCELLED, run.strategyId()));
                emit(id, "cancelled", Map.of());
            }
            return find(id);
        }

        @Override
        public void delete(String id) {
            if (!find(id).status().ended()) {
                throw QuantException.of(ErrorCode.CONFLICT, "the run has not ended");
            }
            runs.remove(id);
        }

        @Override
        public Backtest reproduce(String id, Optional<String> idempotencyKey) {
            finished(id);
            String copy = "bt_" + ids.incrementAndGet();
            runs.put(copy, run(copy, JobStatus.QUEUED, null));
            return find(copy);
        }
    }

    private static final class Plugs implements Plugins {

        @Override
        public Page<PluginInfo> list(Optional<PluginKind> kind, PageRequest page) {
            List<PluginInfo> all =
                    List.of(info(PluginKind.FACTOR, "momentum"), info(PluginKind.STRATEGY, "factor-rank"));
            return Page.cut(
                    all.stream()
                            .filter(p -> kind.isEmpty() || kind.get() == p.kind())
                            .toList(),
                    page);
        }

        @Override
        public PluginInfo get(PluginKind kind, String id) {
            return list(Optional.of(kind), PageRequest.FIRST).items().stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> QuantException.notFound("plug-in", id));
        }

        @Override
        public PluginInfo verify(PluginKind kind, String id) {
            return get(kind, id);
        }

        private static PluginInfo info(PluginKind kind, String id) {
            PluginParameter lookback = new PluginParameter("lookback", "int", 252, 2.0, 1260.0, List.of(), "Days back");
            return new PluginInfo(
                    kind,
                    id,
                    "Title",
                    List.of(),
                    PluginInfo.Status.ACTIVE,
                    null,
                    new PluginInfo.BundleInfo("org.x", "1.0.0", "ab"),
                    List.of(lookback),
                    NOW);
        }
    }

    private final class Work implements Jobs {

        @Override
        public Page<Job> list(PageRequest page) {
            return Page.cut(runs.keySet().stream().sorted().map(this::get).toList(), page);
        }

        @Override
        public Job get(String id) {
            Backtest run = find(id);
            return new Job(id, "backtest", run.status(), run.progress(), 1, null, NOW, null, run.finishedAt());
        }

        @Override
        public Job cancel(String id) {
            new Runs().cancel(id);
            return get(id);
        }

        @Override
        public Watch watch(String id, long after, Consumer<JobEvent> listener) {
            synchronized (events) {
                events.getOrDefault(id, List.of()).stream()
                        .filter(event -> event.seq() > after)
                        .forEach(listener);
                List<Consumer<JobEvent>> all = watchers.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>());
                all.add(listener);
                return () -> all.remove(listener);
            }
        }
    }
}
