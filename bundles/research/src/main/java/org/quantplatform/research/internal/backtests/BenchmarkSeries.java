package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** What the initial capital would have become in the benchmark, dividends reinvested. */
public final class BenchmarkSeries {

    private BenchmarkSeries() {}

    static PanelQuery query(Benchmark benchmark, long snapshot, LocalDate end) {
        return new PanelQuery(snapshot, benchmark.market(), List.of(benchmark.ticker()), end);
    }

    /**
     * @param days of the run
     * @return one value per day; days before the benchmark's first price stand at the capital
     */
    static double[] ofTicker(MarketPanel benchmark, Panel run, Window days, double capital) {
        Panel total = Adjustments.adjusted(benchmark.prices(), benchmark.actions(), Adjust.ALL);
        double[] values = new double[days.count()];
        double base = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            int day = total.lastDayTo(run.date(days.first() + i));
            double close = day < 0 ? Double.NaN : total.value(Field.CLOSE, 0, day);
            last = close > 0 ? close : last;
            base = Double.isNaN(base) ? last : base;
            values[i] = Double.isNaN(base) ? capital : capital * (last / base);
        }
        return values;
    }

    /** The mean return each day of the assets that were in the universe at the close before. */
    static double[] equalWeight(Panel total, Eligibility eligibility, Window days, double capital) {
        double[] values = new double[days.count()];
        boolean[] eligible = new boolean[total.assets()];
        values[0] = capital;
        for (int i = 1; i < values.length; i++) {
            int day = days.first() + i;
            eligibility.mask(day - 1, eligible);
            double sum = 0;
            int count = 0;
            for (int asset = 0; asset < eligible.length; asset++) {
                double change = total.value(Field.CLOSE, asset, day) / total.value(Field.CLOSE, asset, day - 1) - 1;
                if (eligible[asset] && !Double.isNaN(change)) {
                    sum += change;
                    count++;
                }
            }
            values[i] = values[i - 1] * (1 + (count == 0 ? 0 : sum / count));
        }
        return values;
    }

    /** Days of a panel, both inclusive. */
    public record Window(int first, int last) {

        int count() {
            return last - first + 1;
        }
    }
}
