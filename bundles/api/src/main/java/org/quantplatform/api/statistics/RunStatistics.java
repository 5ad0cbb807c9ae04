package org.quantplatform.api.statistics;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.backtests.BacktestMetrics;

/**
 * Statistics of the caller's completed backtests, from what these stored. An unknown id is refused {@code NOT_FOUND}, a run
 * that is not completed {@code CONFLICT}.
 */
@ProviderType
public interface RunStatistics {

    /** Every statistic with its formula and convention, in the order of the table. */
    @Access(Permission.BACKTEST_READ)
    List<StatisticInfo> catalogue();

    /** Every statistic of the catalogue, annualised as {@code basis} says. */
    @Access(Permission.BACKTEST_READ)
    BacktestMetrics metrics(String id, Basis basis);

    /**
     * Statistics that follow from returns, over a moving window. Refuses {@code INVALID_REQUEST} for a statistic that does
     * not, a window that does not fit, and more work than can be done at once.
     */
    @Access(Permission.BACKTEST_READ)
    RollingSeries rolling(String id, RollingQuery query);

    /** Every drawdown, deepest first, older first among equals. */
    @Access(Permission.BACKTEST_READ)
    Page<Drawdown> drawdowns(String id, PageRequest page);

    /** In order of time. */
    @Access(Permission.BACKTEST_READ)
    Page<SpanReturn> returns(String id, Span by, PageRequest page);

    /** Gross, net, long and short, by sector and by ticker. Refuses {@code CONFLICT} for a run that kept no flows. */
    @Access(Permission.BACKTEST_READ)
    ExposureSeries exposures(String id);

    /** In the order in which they closed, then those that last by ticker. Refuses as {@link #exposures}. */
    @Access(Permission.BACKTEST_READ)
    Page<RoundTrip> roundTrips(String id, PageRequest page);

    /** Largest profit first, years in order of time. Refuses as {@link #exposures}. */
    @Access(Permission.BACKTEST_READ)
    Page<Contribution> attribution(String id, Grouping by, PageRequest page);
}
