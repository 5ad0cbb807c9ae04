package org.quantplatform.research.internal.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.DividendSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.ExecutionSpec.Unfilled;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.api.backtests.SlippageSpec;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.engine.sim.Financing;
import org.quantplatform.engine.sim.Liquidity;
import org.quantplatform.engine.sim.Slippage;
import org.quantplatform.engine.sim.Terms;
import org.quantplatform.engine.sim.TradingRules;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.ShareRule;
import org.quantplatform.research.internal.requests.Problems;

/** Fills in under which terms a run trades, and makes them into what the simulator takes. */
final class TermsChoice {

    private TermsChoice() {}

    static ExecutionSpec execution(@Nullable ExecutionSpec given, Problems problems) {
        ExecutionSpec asked = given == null ? new ExecutionSpec(null, null) : given;
        Double participation = asked.participation();
        problems.addIf(
                participation != null && !(participation > 0 && participation <= 1),
                "execution.participation",
                "must be above 0 and at most 1");
        return new ExecutionSpec(
                asked.price() == null ? FillPrice.NEXT_OPEN : asked.price(),
                asked.shares() == null ? ShareRule.WHOLE : asked.shares(),
                participation,
                asked.unfilled() == null ? Unfilled.CANCEL : asked.unfilled(),
                Boolean.TRUE.equals(asked.marketRules()));
    }

    static FinancingSpec financing(@Nullable FinancingSpec given, Problems problems) {
        FinancingSpec asked = given == null ? FinancingSpec.NONE : given;
        problems.range("financing.cash_rate", asked.cashRate(), -1, 1);
        problems.range("financing.debit_rate", asked.debitRate(), 0, 1);
        problems.range("financing.borrow_rate", asked.borrowRate(), 0, 10);
        problems.range("financing.day_count", asked.dayCount(), 1, 366);
        problems.range("financing.max_leverage", asked.maxLeverage(), 1, 10);
        // one out of range is told once, not again by the margins that follow from it
        double leverage = Math.max(1, Math.min(or(asked.maxLeverage(), 1), 10));
        double initial = or(asked.initialMargin(), Math.min(0.5, 1 / leverage));
        double maintenance = or(asked.maintenanceMargin(), initial / 2);
        problems.addIf(!(initial > 0 && initial <= 1), "financing.initial_margin", "must be above 0 and at most 1");
        problems.addIf(
                !(maintenance > 0 && maintenance <= initial),
                "financing.maintenance_margin",
                "must be above 0 and at most the initial margin " + initial);
        problems.addIf(
                initial * leverage > 1 + 1e-12,
                "financing.initial_margin",
                "must be at most 1 over max_leverage " + leverage + ", was " + initial);
        return new FinancingSpec(
                or(asked.cashRate(), 0),
                or(asked.debitRate(), 0),
                or(asked.borrowRate(), 0),
                or(asked.dayCount(), 365),
                Boolean.TRUE.equals(asked.allowShort()),
                leverage,
                initial,
                maintenance);
    }

    static DividendSpec dividends(@Nullable DividendSpec given, Problems problems) {
        Double withholding = given == null ? null : given.withholding();
        problems.range("dividends.withholding", withholding, 0, 1);
        return new DividendSpec(or(withholding, 0));
    }

    static SlippageSpec slippage(@Nullable SlippageSpec given, Problems problems) {
        SlippageSpec asked = given == null ? SlippageSpec.NONE : given;
        problems.addIf(asked.model() == null, "costs.slippage.model", "must be none, volume_share or square_root");
        problems.range("costs.slippage.strength", asked.strength(), 0, 100);
        if (asked.model() == null || asked.model() == SlippageSpec.Model.NONE) {
            return SlippageSpec.NONE;
        }
        double usual = asked.model() == SlippageSpec.Model.VOLUME_SHARE ? 0.1 : 1;
        return new SlippageSpec(asked.model(), or(asked.strength(), usual));
    }

    /** Manifests of earlier versions may lack what was added later; that stands at its default. */
    static Terms terms(Plan plan, MarketPanel market, TradingRules rules, Currencies currencies) {
        ExecutionSpec execution = plan.request().execution();
        double participation = or(execution.participation(), Double.POSITIVE_INFINITY);
        return new Terms(
                slippage(plan.request().costs(), market),
                rules,
                new Liquidity(participation, execution.unfilled() == Unfilled.CARRY),
                terms(plan.request().financing()),
                currencies,
                plan.request().dividends() == null
                        ? 0
                        : or(plan.request().dividends().withholding(), 0));
    }

    static Financing terms(@Nullable FinancingSpec spec) {
        FinancingSpec filled = financing(spec, new Problems());
        return new Financing(
                filled.cashRate(),
                filled.debitRate(),
                filled.borrowRate(),
                filled.dayCount(),
                filled.allowShort(),
                filled.maxLeverage(),
                filled.initialMargin(),
                filled.maintenanceMargin());
    }

    private static Slippage slippage(CostSpec costs, MarketPanel market) {
        double multiple = CostChoice.multiple(costs);
        Slippage flat = Slippage.proportional(multiple * or(costs.slippageBps(), 0) / 10_000);
        SlippageSpec model = slippage(costs.slippage(), new Problems());
        double strength = multiple * or(model.strength(), 0);
        return switch (model.model()) {
            case NONE -> flat;
            case VOLUME_SHARE -> Slippage.volumeShare(market.prices(), strength).plus(flat);
            case SQUARE_ROOT ->
                Slippage.squareRoot(Adjustments.adjusted(market.prices(), market.actions(), Adjust.SPLIT), strength)
                        .plus(flat);
        };
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
