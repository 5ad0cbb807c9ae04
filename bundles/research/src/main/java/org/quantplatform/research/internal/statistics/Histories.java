package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.engine.positions.History;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;

/** Puts together what a completed run stored with the data under its snapshot. */
final class Histories {

    private static final double[] SAME = {};

    private final BacktestStore store;
    private final PanelSource panels;

    Histories(BacktestStore store, PanelSource panels) {
        this.store = store;
        this.panels = panels;
    }

    /**
     * A run's history and what its assets are.
     *
     * @param instruments one per asset of the history's prices
     */
    record Told(History history, List<Instrument> instruments) {}

    Told of(Backtest run, EquitySeries series) {
        Manifest manifest = run.manifest();
        List<CashFlow> flows = store.flows(run.backtestId())
                .orElseThrow(() -> QuantException.of(
                        ErrorCode.CONFLICT, "backtest " + run.backtestId() + " kept no cash flows; run it again"));
        if (manifest == null) {
            throw QuantException.notFound("manifest", run.backtestId());
        }
        BacktestRequest request = manifest.request();
        long snapshot = Long.parseLong(manifest.dataSnapshot());
        MarketPanel market = panels.load(PanelQuery.of(snapshot, request.universe(), request.endDate(), Set.of()));
        Window days = days(market.prices(), series);
        History history = new History(
                market.prices(),
                market.actions(),
                store.allTrades(run.backtestId()),
                flows,
                rates(run.currency(), market.prices(), days, snapshot),
                days.first(),
                series.equity(),
                run.initialCapital());
        return new Told(history, market.instruments());
    }

    private static Window days(Panel prices, EquitySeries series) {
        List<LocalDate> dates = series.dates();
        int first = prices.firstDayFrom(dates.get(0));
        int last = first + dates.size() - 1;
        if (last >= prices.days() || !prices.date(last).equals(dates.get(dates.size() - 1))) {
            throw QuantException.of(ErrorCode.INTERNAL, "the stored days of the run are not those of its data");
        }
        return new Window(first, last);
    }

    private double[] rates(String account, Panel prices, Window days, long snapshot) {
        RateSource source = new RateSource(panels, snapshot, prices.date(days.last()));
        Currencies currencies = ExchangeRates.of(account, prices, days, source, 0);
        if (currencies.count() == 1) {
            return SAME;
        }
        double[] rates = new double[prices.days()];
        for (int day = days.first(); day <= days.last(); day++) {
            rates[day] = currencies.rate(1, day);
        }
        return rates;
    }
}
