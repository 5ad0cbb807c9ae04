package org.quantplatform.research.internal.statistics;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.FullMetrics;

/** Calculates statistics from the results that backtests stored. */
@Component
public final class StatisticsService implements CallerService<RunStatistics> {

    private final BacktestStore store;
    private final Histories histories;

    @Activate
    public StatisticsService(@Reference BacktestStore store, @Reference PanelSource panels) {
        this.store = store;
        this.histories = new Histories(store, panels);
    }

    @Override
    public Class<RunStatistics> type() {
        return RunStatistics.class;
    }

    @Override
    public RunStatistics forCaller(Caller caller) {
        return new Own(caller);
    }

    private final class Own implements RunStatistics {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public List<StatisticInfo> catalogue() {
            return StatisticTable.ALL;
        }

        @Override
        public BacktestMetrics metrics(String id, Basis basis) {
            Sample sample = sample(id, Requests.convention(basis));
            BacktestMetrics stored = store.metrics(id).orElseThrow(() -> QuantException.notFound("result", id));
            return FullMetrics.of(stored, sample);
        }

        @Override
        public RollingSeries rolling(String id, RollingQuery query) {
            Convention convention = Requests.convention(query.basis());
            return Rolling.of(sample(id, convention), query);
        }

        @Override
        public Page<Drawdown> drawdowns(String id, PageRequest page) {
            Backtest run = completed(id);
            return Page.cut(DrawdownTable.of(run, equity(run)), page);
        }

        @Override
        public Page<SpanReturn> returns(String id, Span by, PageRequest page) {
            return Page.cut(SpanTable.of(sample(id, Convention.DAILY), by), page);
        }

        @Override
        public ExposureSeries exposures(String id) {
            Backtest run = completed(id);
            EquitySeries equity = equity(run);
            return ExposureTable.of(histories.of(run, equity), equity.dates());
        }

        @Override
        public Page<RoundTrip> roundTrips(String id, PageRequest page) {
            Backtest run = completed(id);
            return Page.cut(TripTable.of(histories.of(run, equity(run))), page);
        }

        @Override
        public Page<Contribution> attribution(String id, Grouping by, PageRequest page) {
            Backtest run = completed(id);
            EquitySeries equity = equity(run);
            return Page.cut(ContributionTable.of(histories.of(run, equity), equity.dates(), by), page);
        }

        private Sample sample(String id, Convention convention) {
            Backtest run = completed(id);
            return FullMetrics.sample(run, equity(run), convention);
        }

        private EquitySeries equity(Backtest run) {
            String id = run.backtestId();
            return store.equity(id).orElseThrow(() -> QuantException.notFound("result", id));
        }

        private Backtest completed(String id) {
            Backtest run =
                    store.readable(caller.userId(), id).orElseThrow(() -> QuantException.notFound("backtest", id));
            if (run.status() != JobStatus.COMPLETED) {
                String status = run.status().name().toLowerCase(Locale.ROOT);
                throw QuantException.of(
                        ErrorCode.CONFLICT,
                        "backtest " + id + " is " + status + ", statistics are there once it is completed");
            }
            return run;
        }
    }
}
