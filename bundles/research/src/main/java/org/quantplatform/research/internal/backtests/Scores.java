package org.quantplatform.research.internal.backtests;

import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;

/** Where a run's factor scores come from; nobody writes to them. */
interface Scores {

    ScoreMatrix of(BoundPlugin<Factor<?>> factor) throws JobCancelled;
}
