package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.engine.sim.Bill;
import org.quantplatform.engine.sim.Charges;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;
import org.quantplatform.spi.market.MarketRules;

/** Asks the cost models what a fill costs: the first for its commission, the last for its taxes. */
final class FillCharges implements Charges {

    private final Panel prices;
    private final List<Instrument> instruments;
    private final @Nullable MarketRules rules;
    private final List<BoundPlugin<CostModel<?>>> models;
    private final boolean taxed;
    private final double multiple;
    private int settledDay = -1;
    private LocalDate settlement = LocalDate.EPOCH;

    /**
     * @param rules null when no cost depends on the day of settlement, for which the day of the trade then stands
     * @param taxed false when only commission is charged
     * @param multiple of what the models say
     */
    FillCharges(
            Panel prices,
            List<Instrument> instruments,
            @Nullable MarketRules rules,
            List<BoundPlugin<CostModel<?>>> models,
            boolean taxed,
            double multiple) {
        this.prices = prices;
        this.instruments = instruments;
        this.rules = rules;
        this.models = models;
        this.taxed = taxed;
        this.multiple = multiple;
    }

    @Override
    public void charge(int asset, int day, Side side, double shares, double price, Bill bill) {
        if (models.isEmpty()) {
            return;
        }
        if (day != settledDay) {
            settledDay = day;
            settlement = settlement(prices.date(day));
        }
        Instrument instrument = instruments.get(asset);
        Fill fill = new Fill(
                prices.market(),
                instrument.exchange(),
                instrument.type(),
                prices.date(day),
                settlement,
                side,
                shares,
                price);
        Costs first = cost(models.get(0), fill);
        bill.commission = multiple * first.commission();
        if (taxed) {
            Costs last = models.size() == 1 ? first : cost(models.get(models.size() - 1), fill);
            bill.tax = multiple * last.tax();
        }
    }

    private LocalDate settlement(LocalDate traded) {
        return rules == null ? traded : rules.plusSessions(traded, rules.settlementDays(traded));
    }

    private static Costs cost(BoundPlugin<CostModel<?>> model, Fill fill) {
        try {
            return cost(model.service(), model.parameters(), fill);
        } catch (RuntimeException e) {
            throw QuantException.of(
                    ErrorCode.PLUGIN_FAILED, "cost model " + model.pin().id() + " failed: " + e.getMessage(), e);
        }
    }

    private static <P extends Record> Costs cost(CostModel<P> model, Record parameters, Fill fill) {
        return model.cost(fill, model.parameterType().cast(parameters));
    }
}
