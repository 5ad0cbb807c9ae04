package org.quantplatform.research.internal.backtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.SlippageSpec;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.Market;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.spi.cost.CostModel;

/** Fills in a run's costs and finds the models that charge them. */
final class CostChoice {

    /** Commission in basis points of the executed value. */
    static final String BASIS_POINTS = "bps";

    /** The dated commissions, taxes and fees of a market. */
    static final String MARKET_RULES = "market";

    private static final RequestPath PATH = new RequestPath("costs.profile", "costs");

    private CostChoice() {}

    static CostSpec withDefaults(@Nullable CostSpec given, Market market, Problems problems) {
        CostSpec costs = given == null ? new CostSpec(null, null, null, null) : given;
        SlippageSpec model = TermsChoice.slippage(costs.slippage(), problems);
        problems.range("costs.conversion_bps", costs.conversionBps(), 0, 1000);
        double conversion = costs.conversionBps() == null ? 0 : costs.conversionBps();
        problems.range("costs.multiple", costs.multiple(), 0, 100);
        double multiple = multiple(costs);
        problems.range("costs.commission_bps", costs.commissionBps(), 0, 1000);
        problems.range("costs.slippage_bps", costs.slippageBps(), 0, 1000);
        double slippage = costs.slippageBps() == null ? 0 : costs.slippageBps();
        double most = Math.max(slippage, conversion);
        problems.addIf(
                multiple <= 100 && most <= 1000 && multiple * most >= 10_000,
                "costs.multiple",
                "must leave slippage and conversion below 10000 basis points");
        if (costs.commissionBps() != null) {
            problems.addIf(costs.profile() != null, "costs.profile", "give either commission_bps or a profile");
            return new CostSpec(
                    costs.commissionBps(),
                    slippage,
                    Boolean.TRUE.equals(costs.taxes()),
                    null,
                    model,
                    conversion,
                    multiple);
        }
        String profile =
                costs.profile() == null ? market.name() : costs.profile().toUpperCase(Locale.ROOT);
        problems.addIf(!profile.equals(market.name()), "costs.profile", "must be the universe's market " + market);
        problems.addIf(
                Boolean.FALSE.equals(costs.taxes()), "costs.taxes", "a profile has taxes; give commission_bps instead");
        return new CostSpec(null, slippage, true, profile, model, conversion, multiple);
    }

    /** Requests that were stored before there was one have costs at their own size. */
    static double multiple(CostSpec costs) {
        return costs.multiple() == null ? 1 : costs.multiple();
    }

    static List<BoundPlugin<CostModel<?>>> bind(
            CostSpec costs, Market market, PluginRegistry registry, Problems problems) {
        List<BoundPlugin<CostModel<?>>> models = new ArrayList<>();
        if (costs.commissionBps() != null) {
            Map<String, Object> parameters = Map.of("commission_bps", costs.commissionBps());
            problems.attempt(() -> model(registry, BASIS_POINTS, parameters)).ifPresent(models::add);
        }
        if (Boolean.TRUE.equals(costs.taxes())) {
            problems.attempt(() -> model(registry, MARKET_RULES, Map.of())).ifPresent(models::add);
        }
        for (BoundPlugin<CostModel<?>> model : models) {
            problems.addIf(
                    !model.service().markets().contains(market),
                    "costs",
                    "no rules for the costs of market " + market + " are known, give commission_bps without taxes");
        }
        return models;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static BoundPlugin<CostModel<?>> model(PluginRegistry registry, String id, Map<String, Object> parameters) {
        return (BoundPlugin) registry.bind(CostModel.class, id, parameters, PATH);
    }
}
