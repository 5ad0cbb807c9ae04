package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Universe;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import picocli.CommandLine.Command;

/** From an empty server to a result in one command. */
@Command(name = "demo", description = "Load the synthetic demo market, run a backtest on it and show the result")
public final class DemoCommand extends QuantCommand {

    private static final String SOURCE = "demo";
    private static final String NAME = "Demo Momentum Low Volatility";
    private static final String ID = "demo_momentum_low_volatility";
    private static final PageRequest MANY = new PageRequest(1, PageRequest.MAX_LIMIT);

    @Override
    int run() {
        loadMarket();
        makeStrategy();
        BacktestRequest request =
                BacktestRequest.ofStrategy(ID, LocalDate.of(2016, 1, 1), LocalDate.of(2024, 12, 31), 1_000_000);
        Backtest run = session().backtests().submit(request, Optional.empty());
        new BacktestWork(this).finish(run);
        if (!globals().json()) {
            screen().heading("Console");
            screen().line("  " + host().address("/console/"));
        }
        return ExitCode.DONE;
    }

    private void loadMarket() {
        MarketData data = session().data();
        boolean loaded =
                data.snapshots(MANY).items().stream().anyMatch(s -> s.source().equals(SOURCE));
        if (loaded) {
            return;
        }
        note("Loading the demo market (synthetic prices of 3 markets) ...");
        ImportReport going = data.imports(MANY).items().stream()
                .filter(i -> i.source().equals(SOURCE) && !i.status().ended())
                .findFirst()
                .orElseGet(() -> data.importData(ImportRequest.ofSource(SOURCE), List.of()));
        ImportReport ended = new ImportWork(this).quietly(going);
        long bars = ended.stored() + ended.unchanged() + ended.revised() - ended.fundamentals();
        note("Loaded " + Figures.count(bars) + " bars and " + Figures.count(ended.fundamentals())
                + " items of the accounts of " + Figures.count(ended.instruments()) + " instruments");
    }

    private void makeStrategy() {
        try {
            session().strategies().get(ID);
            return;
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
        session().strategies().create(definition(), Optional.empty());
        note("Stored the strategy " + ID);
    }

    private static StrategyDefinition definition() {
        return new StrategyDefinition(
                NAME,
                "Half momentum, half low volatility, the best 20 of the demo market at equal weight",
                "factor-rank",
                Map.of("top", 20),
                List.of(new FactorWeight("momentum", 0.5, Map.of()), new FactorWeight("low-volatility", 0.5, Map.of())),
                null,
                Universe.of(Market.US),
                null,
                Rebalance.MONTH_END);
    }
}
