package org.quantplatform.research.internal.factors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.factors.FactorScoreStore;
import org.quantplatform.core.factors.FactorScoreStore.Due;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.jobs.JobListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues the computation of scores that are kept up to date when their market has changed: after each import, and after a
 * computation, during which another import may have ended. What a stopped server missed is made up for by the next import.
 */
@Component
public final class ScoreRefresh implements JobListener {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreRefresh.class);

    private final FactorScoreStore store;
    private final ScorePlanner planner;

    @Activate
    public ScoreRefresh(@Reference FactorScoreStore store, @Reference ScorePlanner planner) {
        this.store = store;
        this.planner = planner;
    }

    @Override
    public void completed(String kind) {
        if (kind.equals("import") || kind.equals(ScoreJob.KIND)) {
            refresh();
        }
    }

    private void refresh() {
        for (Due set : store.due()) {
            try {
                if (store.queueAgain(set, planner.again(set.before()))) {
                    LOG.info(
                            "Scores {} of factor {} are computed again",
                            set.id(),
                            set.before().name());
                }
            } catch (QuantException e) {
                LOG.warn(
                        "Scores {} of factor {} stay as they are: {}",
                        set.id(),
                        set.before().name(),
                        e.getMessage());
            }
        }
    }
}
