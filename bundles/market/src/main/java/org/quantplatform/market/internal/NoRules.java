package org.quantplatform.market.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** Of a market without a plug-in: it is closed on weekends, more is not known. */
record NoRules(Market market) implements MarketRules {

    @Override
    public TradingDay day(LocalDate date) {
        boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return new TradingDay(date, weekend ? State.CLOSED : State.UNKNOWN, List.of(), null);
    }

    @Override
    public TradingRule rule(Listing listing, LocalDate date) {
        throw unknown();
    }

    @Override
    public int settlementDays(LocalDate traded) {
        throw unknown();
    }

    private PluginException unknown() {
        return new PluginException("no rules of market " + market + " are installed");
    }
}
