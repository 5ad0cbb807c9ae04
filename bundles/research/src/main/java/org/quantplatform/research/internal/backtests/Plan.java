package org.quantplatform.research.internal.backtests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.market.MarketRules;

/**
 * A run that is ready to be calculated.
 *
 * @param request with every default filled in
 * @param costs who charges commission, then who charges taxes when that is another
 * @param rules of the market; null when the run does not depend on them
 */
record Plan(
        BacktestRequest request,
        BoundSpec spec,
        List<BoundPlugin<CostModel<?>>> costs,
        @Nullable MarketRules rules,
        Manifest manifest) {}
