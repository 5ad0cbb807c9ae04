package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;

/** Narrows the list of runs; null means any. */
public record BacktestQuery(@Nullable JobStatus status, @Nullable String strategyId) {

    public static final BacktestQuery ALL = new BacktestQuery(null, null);
}
