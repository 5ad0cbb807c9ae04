package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Holding;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Trade;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;
import org.quantplatform.research.internal.files.ResultFiles;

/** Takes backtests from callers and shows them their results. */
@Component
public final class BacktestService implements CallerService<Backtests> {

    private final BacktestStore store;
    private final JobStore jobs;
    private final JobQueue queue;
    private final BacktestPlanner planner;
    private final PanelSource panels;
    private final ResultFiles files;

    @Activate
    public BacktestService(
            @Reference BacktestStore store,
            @Reference JobStore jobs,
            @Reference JobQueue queue,
            @Reference BacktestPlanner planner,
            @Reference PanelSource panels,
            @Reference ResultFiles files) {
        this.store = store;
        this.jobs = jobs;
        this.queue = queue;
        this.planner = planner;
        this.panels = panels;
        this.files = files;
    }

    @Override
    public Class<Backtests> type() {
        return Backtests.class;
    }

    @Override
    public Backtests forCaller(Caller caller) {
        return new Own(caller);
    }

    private final class Own implements Backtests {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Backtest submit(BacktestRequest request, Optional<String> idempotencyKey) {
            NewBacktest backtest = planner.plan(request, caller.userId());
            return queued(backtest, idempotencyKey);
        }

        @Override
        public Page<Backtest> list(BacktestQuery query, PageRequest page) {
            return store.list(caller.userId(), query, page);
        }

        @Override
        public Backtest get(String id) {
            return store.readable(caller.userId(), id).orElseThrow(() -> QuantException.notFound("backtest", id));
        }

        @Override
        public EquitySeries equity(String id) {
            completed(id);
            return store.equity(id).orElseThrow(() -> QuantException.notFound("result", id));
        }

        @Override
        public Page<Trade> trades(String id, PageRequest page) {
            completed(id);
            return store.trades(id, page);
        }

        @Override
        public List<Holding> holdings(String id, Optional<LocalDate> date) {
            Manifest manifest = completed(id).manifest();
            EquitySeries equity = equity(id);
            LocalDate last = equity.dates().get(equity.dates().size() - 1);
            LocalDate wanted = date.orElse(last);
            LocalDate first = equity.dates().get(0);
            if (wanted.isBefore(first) || wanted.isAfter(last)) {
                throw QuantException.invalid("date", "must lie from " + first + " to " + last + ", was " + wanted);
            }
            int at = Collections.binarySearch(equity.dates(), wanted);
            int day = at >= 0 ? at : -at - 2;
            BacktestRequest request = manifest.request();
            MarketPanel market = panels.load(PanelQuery.of(
                    Long.parseLong(manifest.dataSnapshot()), request.universe(), request.endDate(), Set.of()));
            List<CashFlow> flows = store.flows(id)
                    .orElseThrow(() -> QuantException.of(
                            ErrorCode.CONFLICT, "backtest " + id + " kept no daily holdings; run it again"));
            LocalDate shown = equity.dates().get(day);
            return new HoldingsReplay(market)
                    .at(shown, store.allTrades(id), flows, rate(manifest, market, shown), equity.equity()[day]);
        }

        private double rate(Manifest manifest, MarketPanel market, LocalDate date) {
            int day = market.prices().lastDayTo(date);
            RateSource source = new RateSource(panels, Long.parseLong(manifest.dataSnapshot()), date);
            Currencies currencies =
                    ExchangeRates.of(manifest.request().currency(), market.prices(), new Window(day, day), source, 0);
            return currencies.rate(currencies.count() - 1, day);
        }

        @Override
        public BacktestMetrics metrics(String id) {
            Backtest run = completed(id);
            BacktestMetrics stored = store.metrics(id).orElseThrow(() -> QuantException.notFound("result", id));
            return FullMetrics.of(stored, FullMetrics.sample(run, equity(id), Convention.DAILY));
        }

        @Override
        public ResultFile file(String id, ResultQuery query) {
            return files.of(this, completed(id), query);
        }

        @Override
        public Backtest cancel(String id) {
            own(id);
            jobs.cancel(id);
            return get(id);
        }

        @Override
        public void delete(String id) {
            if (!own(id).status().ended()) {
                throw QuantException.of(ErrorCode.CONFLICT, "backtest " + id + " has not ended; cancel it first");
            }
            store.delete(caller.userId(), id);
            files.forget(id);
        }

        @Override
        public Backtest reproduce(String id, Optional<String> idempotencyKey) {
            Backtest original = completed(own(id).backtestId());
            Manifest manifest = original.manifest();
            Manifest again = manifest.open().repeating(id, null);
            NewBacktest repetition = new NewBacktest(
                    original.strategyId(),
                    original.strategyName(),
                    original.startDate(),
                    original.endDate(),
                    original.initialCapital(),
                    original.currency(),
                    manifest.request(),
                    again,
                    id);
            return queued(repetition, idempotencyKey);
        }

        private Backtest queued(NewBacktest backtest, Optional<String> idempotencyKey) {
            queue.checkRoom();
            String id = store.create(caller, backtest, idempotencyKey);
            queue.wake();
            return get(id);
        }

        private Backtest own(String id) {
            return store.get(caller.userId(), id).orElseThrow(() -> QuantException.notFound("backtest", id));
        }

        private Backtest completed(String id) {
            Backtest backtest = get(id);
            if (backtest.status() != JobStatus.COMPLETED) {
                throw QuantException.of(
                        ErrorCode.CONFLICT,
                        "backtest " + id + " is " + backtest.status().name().toLowerCase(Locale.ROOT)
                                + ", results are there once it is completed");
            }
            return backtest;
        }
    }
}
