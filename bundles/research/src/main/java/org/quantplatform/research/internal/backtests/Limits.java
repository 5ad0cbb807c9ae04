package org.quantplatform.research.internal.backtests;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.model.Instrument;

/** Holds target weights to a strategy's constraints; what is cut off stays cash. */
final class Limits {

    private final @Nullable Double maxWeight;
    private final @Nullable Double maxSectorWeight;
    private final int[] sectorOf;
    private final int sectors;

    Limits(Constraints constraints, List<Instrument> instruments) {
        this.maxWeight = constraints.maxWeight();
        this.maxSectorWeight = constraints.maxSectorWeight();
        this.sectorOf = new int[instruments.size()];
        List<String> names = new ArrayList<>();
        for (int asset = 0; asset < sectorOf.length; asset++) {
            String sector = instruments.get(asset).sector();
            String name = sector == null ? "" : sector;
            if (!names.contains(name)) {
                names.add(name);
            }
            sectorOf[asset] = names.indexOf(name);
        }
        this.sectors = names.size();
    }

    /** First each weight, then each sector in proportion; short positions count without their sign. */
    void apply(double[] weights) {
        if (maxWeight != null) {
            for (int asset = 0; asset < weights.length; asset++) {
                weights[asset] = Math.max(-maxWeight, Math.min(weights[asset], maxWeight));
            }
        }
        if (maxSectorWeight == null) {
            return;
        }
        double[] sums = new double[sectors];
        for (int asset = 0; asset < weights.length; asset++) {
            sums[sectorOf[asset]] += Math.abs(weights[asset]);
        }
        for (int asset = 0; asset < weights.length; asset++) {
            double sum = sums[sectorOf[asset]];
            if (sum > maxSectorWeight) {
                weights[asset] *= maxSectorWeight / sum;
            }
        }
    }
}
