package org.quantplatform.research.internal.backtests;

import java.util.List;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.cost.CostModel;

/**
 * A run that is ready to be calculated.
 *
 * @param request with every default filled in
 * @param costs who charges commission, then who charges taxes when that is another
 */
record Plan(BacktestRequest request, BoundSpec spec, List<BoundPlugin<CostModel<?>>> costs, Manifest manifest) {}
