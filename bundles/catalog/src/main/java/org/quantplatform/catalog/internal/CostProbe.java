package org.quantplatform.catalog.internal;

import java.time.LocalDate;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;

/** Tries a cost model on made-up fills. */
final class CostProbe {

    private CostProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static <P extends Record> void run(CostModel<P> model, P parameters) {
        Refusal.unless(model.markets() != null && !model.markets().isEmpty(), "names no market");
        for (Market market : model.markets()) {
            for (int year = 2010; year <= 2026; year++) {
                for (Side side : Side.values()) {
                    check(model, parameters, fill(market, LocalDate.of(year, 7, 1), side, 0.001, 9.87));
                    check(model, parameters, fill(market, LocalDate.of(year, 7, 1), side, 1e7, 98_765.4));
                }
            }
        }
    }

    private static Fill fill(Market market, LocalDate date, Side side, double shares, double price) {
        return new Fill(market, market.exchange(), AssetType.STOCK, date, date.plusDays(2), side, shares, price);
    }

    private static <P extends Record> void check(CostModel<P> model, P parameters, Fill fill) {
        Costs costs = cost(model, parameters, fill);
        Refusal.unless(costs != null, "charges null for " + fill);
        Refusal.unless(sound(costs.commission()) && sound(costs.tax()), "charges " + costs + " for " + fill);
        Refusal.unless(costs.equals(cost(model, parameters, fill)), "charges differently the second time for " + fill);
    }

    private static <P extends Record> Costs cost(CostModel<P> model, P parameters, Fill fill) {
        try {
            return model.cost(fill, parameters);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw Refusal.thrown("cost, for " + fill + ",", e);
        }
    }

    private static boolean sound(double amount) {
        return amount >= 0 && Double.isFinite(amount);
    }
}
