package org.quantplatform.store.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.Timeframe;

/**
 * Daily bars as bars of longer periods: the first open, the highest high, the lowest low, the last close and the sum of the
 * volume, each of what is there, on the last day of the period that has a bar. As the views {@code ohlcv_monthly} and
 * {@code ohlcv_quarterly} have them, but after adjustment.
 */
final class RolledBars {

    private final OhlcvSeries daily;
    private final List<Integer> ends = new ArrayList<>();

    private RolledBars(OhlcvSeries daily, Timeframe timeframe) {
        this.daily = daily;
        List<LocalDate> dates = daily.dates();
        for (int i = 0; i < dates.size(); i++) {
            boolean last =
                    i == dates.size() - 1 || !timeframe.start(dates.get(i)).equals(timeframe.start(dates.get(i + 1)));
            if (last) {
                ends.add(i);
            }
        }
    }

    static OhlcvSeries of(OhlcvSeries daily, Timeframe timeframe) {
        if (timeframe == Timeframe.DAY) {
            return daily;
        }
        RolledBars rolled = new RolledBars(daily, timeframe);
        return new OhlcvSeries(
                daily.market(),
                daily.ticker(),
                daily.currency(),
                timeframe.code(),
                daily.adjust(),
                daily.synthetic(),
                rolled.ends.stream().map(daily.dates()::get).toList(),
                rolled.column(daily.open(), (first, next) -> first),
                rolled.column(daily.high(), Math::max),
                rolled.column(daily.low(), Math::min),
                rolled.column(daily.close(), (first, next) -> next),
                rolled.column(daily.volume(), Double::sum));
    }

    private double[] column(double[] values, DoubleBinaryOperator join) {
        double[] rolled = new double[ends.size()];
        int from = 0;
        for (int period = 0; period < rolled.length; period++) {
            double joined = Double.NaN;
            for (int i = from; i <= ends.get(period); i++) {
                boolean there = !Double.isNaN(values[i]);
                joined = Double.isNaN(joined) ? values[i] : there ? join.applyAsDouble(joined, values[i]) : joined;
            }
            rolled[period] = joined;
            from = ends.get(period) + 1;
        }
        return rolled;
    }
}
