package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.webconsole.internal.platform.Figures;

/** The headline numbers of a run. */
final class MetricCards extends Div {

    MetricCards(BacktestSummary s, String currency) {
        addClassName("metrics");
        setId("metrics");
        card("total_return", "Total return", Figures.change(s.totalReturn()), look(s.totalReturn()));
        card(
                "annualized_return",
                "Annualised return",
                Figures.change(s.annualizedReturn()),
                look(s.annualizedReturn()));
        card("annualized_volatility", "Volatility, annualised", Figures.percent(s.annualizedVolatility()), "");
        card("sharpe_ratio", "Sharpe ratio", Figures.ratio(s.sharpeRatio()), "");
        card("sortino_ratio", "Sortino ratio", Figures.ratio(s.sortinoRatio()), "");
        card("calmar_ratio", "Calmar ratio", Figures.ratio(s.calmarRatio()), "");
        card("max_drawdown", "Max drawdown", Figures.percent(s.maxDrawdown()), look(s.maxDrawdown()));
        card("win_rate", "Win rate", Figures.percent(s.winRate()), "");
        card("num_trades", "Trades", Figures.count(s.numTrades()), "");
        card("round_trips", "Round trips", Figures.count(s.roundTrips()), "");
        card("total_costs", "Costs", Figures.money(s.totalCosts(), currency), "wide");
        card("final_equity", "Final equity", Figures.money(s.finalEquity(), currency), "wide");
    }

    private void card(String name, String title, String value, String look) {
        Span label = new Span(title);
        label.addClassName("metric-name");
        Span figure = new Span(value);
        figure.addClassName("metric-value");
        figure.setTitle(value);
        if (!look.isEmpty()) {
            figure.addClassName(look);
        }
        Div card = new Div(label, figure);
        card.addClassName("metric");
        card.getElement().setAttribute("data-metric", name);
        add(card);
    }

    private static String look(double change) {
        return change > 0 ? "good" : change < 0 ? "bad" : "";
    }
}
