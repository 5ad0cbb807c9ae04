package org.quantplatform.strategy.allocation;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Rebalance;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/** Buys every eligible asset in equal parts on the first day on which there is one, and trades no more. */
@Plugin(id = "buy-and-hold", title = "Buy and hold", tags = "passive")
@Component(service = Strategy.class)
public final class BuyAndHoldStrategy implements Strategy<BuyAndHoldStrategy.Params> {

    /** How much is bought. */
    public record Params(
            @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
            if (!(invested > 0)) {
                throw new IllegalArgumentException("invested must be above 0, was " + invested);
            }
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Rebalance schedule(Params p) {
        return Rebalance.DAILY;
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public void decide(Snapshot snapshot, Params p, Targets out) {
        int eligible = 0;
        for (int asset = 0; asset < snapshot.assets(); asset++) {
            if (snapshot.shares(asset) != 0) {
                out.hold();
                return;
            }
            eligible += snapshot.eligible(asset) ? 1 : 0;
        }
        for (int asset = 0; asset < snapshot.assets(); asset++) {
            if (snapshot.eligible(asset)) {
                out.set(asset, p.invested() / eligible);
            }
        }
    }
}
