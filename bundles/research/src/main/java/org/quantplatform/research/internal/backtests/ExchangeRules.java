package org.quantplatform.research.internal.backtests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.engine.sim.TradingRules;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** The rules of a market as one simulation asks for them, on one thread; keeps what it found for the current day. */
final class ExchangeRules implements TradingRules {

    private final MarketRules rules;
    private final Panel prices;
    private final double[] closes;
    private final List<Listing> listings;
    private final List<List<CorporateAction>> actions;
    private final int[] firstSession;
    private final Today[] today;

    private record Today(int day, TradingRule rule, double base, PriceLimit.Range range) {}

    ExchangeRules(MarketRules rules, MarketPanel market) {
        this.rules = rules;
        this.prices = market.prices();
        this.closes = prices.column(Field.CLOSE);
        this.listings = market.instruments().stream().map(RulesChoice::listing).toList();
        this.actions = actions(market);
        this.firstSession = new int[prices.assets()];
        Arrays.setAll(
                firstSession, asset -> firstSession(asset, market.instruments().get(asset)));
        this.today = new Today[prices.assets()];
    }

    private static List<List<CorporateAction>> actions(MarketPanel market) {
        List<List<CorporateAction>> byAsset = new ArrayList<>();
        for (int asset = 0; asset < market.prices().assets(); asset++) {
            byAsset.add(new ArrayList<>());
        }
        for (CorporateAction action : market.actions()) {
            int asset = Collections.binarySearch(market.prices().tickers(), action.ticker());
            if (asset >= 0) {
                byAsset.get(asset).add(action);
            }
        }
        Comparator<CorporateAction> order =
                Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::kind);
        byAsset.forEach(list -> list.sort(order));
        return byAsset;
    }

    /** Far back for what was listed before the panel begins, as far as that can be told. */
    private int firstSession(int asset, Instrument instrument) {
        if (instrument.listed() != null && instrument.listed().isBefore(prices.date(0))) {
            return Integer.MIN_VALUE / 2;
        }
        for (int day = 0; day < prices.days(); day++) {
            if (closes[asset * prices.days() + day] > 0) {
                return day == 0 && instrument.listed() == null ? Integer.MIN_VALUE / 2 : day;
            }
        }
        return Integer.MIN_VALUE / 2;
    }

    @Override
    public double lot(int asset, int day) {
        Today now = today(asset, day);
        return now.rule.lots().at(now.base);
    }

    @Override
    public double least(int asset, int day) {
        return today(asset, day).rule.leastShares();
    }

    @Override
    public double tick(int asset, int day, double price) {
        return today(asset, day).rule.ticks().at(price);
    }

    @Override
    public double upLimit(int asset, int day) {
        return today(asset, day).range.high();
    }

    @Override
    public double downLimit(int asset, int day) {
        return today(asset, day).range.low();
    }

    @Override
    public boolean sellsNextDay(int asset, int day) {
        return !today(asset, day).rule.sameDaySales();
    }

    @Override
    public boolean shorts(int asset, int day) {
        return today(asset, day).rule.shortSales();
    }

    @Override
    public boolean needsVolume() {
        return true;
    }

    private Today today(int asset, int day) {
        Today known = today[asset];
        if (known == null || known.day != day) {
            known = find(asset, day);
            today[asset] = known;
        }
        return known;
    }

    private Today find(int asset, int day) {
        TradingRule rule = rules.rule(listings.get(asset), prices.date(day));
        double base = base(asset, day, rule.limit().lessDividends());
        boolean free = day - firstSession[asset] < rule.freeSessions();
        PriceLimit.Range range =
                free ? PriceLimit.Range.UNBOUNDED : rule.limit().around(base, rule.ticks());
        return new Today(day, rule, base, range);
    }

    /** The last close before the day in terms of the day's shares; NaN when there is none. */
    private double base(int asset, int day, boolean lessDividends) {
        int last = day - 1;
        while (last >= 0 && !(closes[asset * prices.days() + last] > 0)) {
            last--;
        }
        if (last < 0) {
            return Double.NaN;
        }
        double base = closes[asset * prices.days() + last];
        for (CorporateAction action : actions.get(asset)) {
            boolean since = action.exDate().isAfter(prices.date(last))
                    && !action.exDate().isAfter(prices.date(day));
            if (since && action.kind() == CorporateAction.Kind.SPLIT) {
                base /= action.value();
            } else if (since && lessDividends && action.kind() == CorporateAction.Kind.DIVIDEND) {
                base -= action.value();
            }
        }
        return base;
    }
}
