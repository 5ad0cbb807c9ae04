package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Trade;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a completed backtest traded and held. */
public final class BacktestResults {

    private static final Table<Trade> TRADES = Table.of(Trade.class)
            .text("date", Trade::date)
            .text("signal_date", Trade::signalDate)
            .text("ticker", Trade::ticker)
            .text("side", t -> Labels.of(t.side()))
            .number("shares", Trade::shares, t -> Figures.upTo(t.shares(), 4))
            .number("price", Trade::price, t -> Figures.number(t.price(), 4))
            .number("notional", Trade::notional, t -> Figures.number(t.notional(), 2))
            .number("commission", Trade::commission, t -> Figures.number(t.commission(), 2))
            .number("tax", Trade::tax, t -> Figures.number(t.tax(), 2))
            .number("slippage", Trade::slippage, t -> Figures.number(t.slippage(), 2));

    private static final Table<Holding> HOLDINGS = Table.of(Holding.class)
            .text("date", Holding::date)
            .text("ticker", Holding::ticker)
            .number("shares", Holding::shares, h -> Figures.upTo(h.shares(), 4))
            .number("price", Holding::price, h -> Figures.number(h.price(), 4))
            .number("market_value", Holding::marketValue, h -> Figures.number(h.marketValue(), 2))
            .number("weight", Holding::weight, h -> Figures.percent(h.weight()))
            .number("cost_basis", Holding::costBasis, h -> Figures.number(h.costBasis(), 4))
            .number("unrealized_pnl", Holding::unrealizedPnl, h -> Figures.number(h.unrealizedPnl(), 2));

    private BacktestResults() {}

    /** In order of time. */
    @Command(name = "trades", description = "List the trades of a backtest")
    public static final class Trades extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().backtests().trades(id, page.request()), "trades", TRADES);
        }
    }

    /** At the close of a day. */
    @Command(name = "holdings", description = "List what a backtest held at the close of a day")
    public static final class Holdings extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(names = "--date", paramLabel = "DATE", description = "Day; the last one when left out")
        private @Nullable LocalDate date;

        @Override
        int run() {
            List<Holding> held = session().backtests().holdings(id, Optional.ofNullable(date));
            PageRequest whole = new PageRequest(1, PageRequest.MAX_LIMIT);
            return list(Page.of(held, whole, held.size()), "holdings", HOLDINGS);
        }
    }
}
