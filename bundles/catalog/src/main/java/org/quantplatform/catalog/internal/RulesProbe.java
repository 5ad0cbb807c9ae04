package org.quantplatform.catalog.internal;

import java.time.LocalDate;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** Asks a market's rules about days of many years. */
final class RulesProbe {

    private RulesProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static void run(MarketRules rules) {
        Market market = rules.market();
        Refusal.unless(market != null, "names no market");
        Listing listing = new Listing("1", market.exchange(), AssetType.STOCK);
        LocalDate first = LocalDate.of(1990, 1, 1);
        for (int week = 0; week < 52 * 60; week++) {
            LocalDate date = first.plusDays(week * 7L + week % 7);
            try {
                check(rules, listing, date);
            } catch (PluginException e) {
                // says that it does not know, as it may
                continue;
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                throw e instanceof Refusal refusal ? refusal : Refusal.thrown("rule, for " + date + ",", e);
            }
        }
    }

    private static void check(MarketRules rules, Listing listing, LocalDate date) {
        TradingDay day = rules.day(date);
        Refusal.unless(day != null && day.date().equals(date), "answers " + day + " for the day " + date);
        Refusal.unless(day.equals(rules.day(date)), "answers differently the second time for the day " + date);
        int settlement = rules.settlementDays(date);
        Refusal.unless(settlement >= 0 && settlement <= 30, "settles trades of " + date + " after " + settlement);
        Object rule = rules.rule(listing, date);
        Refusal.unless(rule != null, "has the rule null for " + date);
        Refusal.unless(rule.equals(rules.rule(listing, date)), "rules differently the second time for " + date);
    }
}
