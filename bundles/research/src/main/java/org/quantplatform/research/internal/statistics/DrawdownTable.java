package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.engine.stats.Drawdowns;

/** Every fall of a run's equity from a peak; the first peak is the capital. */
final class DrawdownTable {

    private DrawdownTable() {}

    static List<Drawdown> of(Backtest run, EquitySeries series) {
        int[] days = series.dates().stream()
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
        double[] values = Sample.fromCapital(series.equity(), run.initialCapital());
        return Drawdowns.table(days, values, values.length).stream()
                .map(DrawdownTable::row)
                .toList();
    }

    private static Drawdown row(Drawdowns.Drawdown fall) {
        LocalDate recovery = fall.recovery().orElse(null);
        return new Drawdown(
                fall.peak(),
                fall.trough(),
                recovery,
                fall.depth(),
                fall.days(),
                days(fall.peak(), fall.trough()),
                recovery == null ? null : days(fall.trough(), recovery));
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
