package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.ValueProvider;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.LazyRows;

/** Every fill of a run, read piece by piece as the reader scrolls. */
final class TradesCard extends Div {

    private final Grid<Trade> grid = new Grid<>();

    TradesCard(Backtests backtests, Backtest run) {
        addClassName("card");
        grid.setId("trades");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setHeight("22rem");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        String currency = run.currency();
        text("Date", Trade::date);
        text("Signal", Trade::signalDate);
        text("Ticker", Trade::ticker);
        grid.addComponentColumn(TradesCard::side).setHeader("Side").setAutoWidth(true);
        figure("Shares", trade -> Figures.plain(trade.shares()));
        figure("Price", trade -> Figures.plain(trade.price()));
        figure("Value", trade -> Figures.plain(rounded(trade.notional())));
        figure("Commission", trade -> Figures.plain(rounded(trade.commission())));
        figure("Tax", trade -> Figures.plain(rounded(trade.tax())));
        figure("Slippage", trade -> Figures.plain(rounded(trade.slippage())));
        grid.setItems(LazyRows.of(page -> backtests.trades(run.backtestId(), page)));
        long total = run.summary() == null ? 0 : run.summary().numTrades();
        add(Parts.bar(new H2("Trades"), Parts.quiet(Figures.count(total) + " fills, amounts in " + currency)), grid);
    }

    private void text(String header, ValueProvider<Trade, ?> value) {
        grid.addColumn(value).setHeader(header).setAutoWidth(true).setFlexGrow(1);
    }

    private void figure(String header, ValueProvider<Trade, String> value) {
        grid.addColumn(value)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private static Div side(Trade trade) {
        boolean buys = trade.side() == Side.BUY;
        Div side = new Div(buys ? "Buy" : "Sell");
        side.addClassName(buys ? "good" : "bad");
        return side;
    }

    private static double rounded(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}
