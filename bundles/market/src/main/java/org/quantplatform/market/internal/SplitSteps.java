package org.quantplatform.market.internal;

import java.util.Arrays;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.model.PriceBasis;

/** Tells what stored splits do to the bars of an instrument; an ex-date without a bar counts from the next one on. */
final class SplitSteps {

    private final Bars bars;
    private final double[] ratios;

    private SplitSteps(Bars bars, double[] ratios) {
        this.bars = bars;
        this.ratios = ratios;
    }

    static SplitSteps of(Bars bars) {
        double[] ratios = new double[bars.epochDays().length];
        Arrays.fill(ratios, 1);
        bars.splits().forEach((exDate, ratio) -> {
            int found = Arrays.binarySearch(bars.epochDays(), (int) exDate.toEpochDay());
            int first = found >= 0 ? found : -found - 1;
            if (first < ratios.length) {
                ratios[first] *= ratio;
            }
        });
        return new SplitSteps(bars, ratios);
    }

    /** New shares per old one between the bar before and this one; 1 where there is no split. */
    double ratio(int bar) {
        return ratios[bar];
    }

    /** Whether the price must step at the bar, since it does not contain its split. */
    boolean expected(int bar) {
        return ratios[bar] != 1 && bars.basis() == PriceBasis.RAW;
    }

    /** The close over the one before, without the step of a split. */
    double move(int bar) {
        double ratio = bars.close()[bar] / bars.close()[bar - 1];
        return expected(bar) ? ratio * ratios[bar] : ratio;
    }
}
