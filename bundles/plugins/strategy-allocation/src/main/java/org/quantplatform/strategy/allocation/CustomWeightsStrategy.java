package org.quantplatform.strategy.allocation;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Rebalance;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/**
 * Holds the weights of a table: those of a date are set at its close, or that of the next trading day, and left alone until
 * the table's next date. While nothing is held the latest date counts, so that a run may start between two. An asset without
 * a weight on the date is sold; weights of tickers that are not eligible that day stay cash.
 */
@Plugin(id = "custom-weights", title = "Weights from a table", tags = "passive")
@Component(service = Strategy.class)
public final class CustomWeightsStrategy implements Strategy<CustomWeightsStrategy.Params> {

    private static final int LONGEST = 1_000_000;

    /** What to hold when. */
    public record Params(
            @Param(
                            value = "date,ticker,weight",
                            max = LONGEST,
                            help =
                                    "CSV with the header date,ticker,weight and a row per date and ticker; rows end with a line"
                                            + " break or a semicolon")
                    String weights) {

        public Params {
            WeightTable.of(weights);
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
        LocalDate before =
                isEmpty(snapshot) ? LocalDate.MIN : snapshot.dateAgo(1).orElse(LocalDate.MIN);
        Map<String, Double> weights = WeightTable.of(p.weights()).latest(before, snapshot.date());
        if (weights.isEmpty()) {
            out.hold();
            return;
        }
        for (int asset = 0; asset < snapshot.assets(); asset++) {
            Double weight = weights.get(snapshot.ticker(asset));
            if (weight != null && weight != 0 && snapshot.eligible(asset)) {
                out.set(asset, weight);
            }
        }
    }

    private static boolean isEmpty(Snapshot snapshot) {
        for (int asset = 0; asset < snapshot.assets(); asset++) {
            if (snapshot.shares(asset) != 0) {
                return false;
            }
        }
        return true;
    }
}
