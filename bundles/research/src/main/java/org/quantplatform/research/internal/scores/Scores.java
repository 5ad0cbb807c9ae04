package org.quantplatform.research.internal.scores;

import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;

/** Where factor scores come from; nobody writes to them. */
public interface Scores {

    ScoreMatrix of(BoundPlugin<Factor<?>> factor) throws JobCancelled;

    /** Among whom factors compare assets; equal when they are the same over the same data. */
    default String company() {
        return "";
    }
}
