package org.quantplatform.research.internal.factors;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.FactorReturn;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.IcSummary;
import org.quantplatform.api.factors.QuantileReturn;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.QuantileSeries.Growth;
import org.quantplatform.api.factors.ReturnSeries;
import org.quantplatform.api.factors.ReturnSummary;
import org.quantplatform.api.factors.TurnoverSeries;
import org.quantplatform.engine.analysis.FactorAnalysis;
import org.quantplatform.engine.analysis.HorizonFigures;
import org.quantplatform.engine.analysis.HorizonFigures.QuantileReturns;
import org.quantplatform.engine.analysis.SeriesSummary;
import org.quantplatform.engine.analysis.Stability;

/** What the engine found about one subject, as documents. */
final class SubjectReport {

    private final Subject subject;
    private final FactorAnalysis analysis;
    private final List<LocalDate> dates;

    /** @param factor null for the combination */
    record Subject(String name, @Nullable String factor, Map<String, Object> parameters) {}

    /** @param dates one per date of the analysis */
    SubjectReport(Subject subject, FactorAnalysis analysis, List<LocalDate> dates) {
        this.subject = subject;
        this.analysis = analysis;
        this.dates = dates;
    }

    FactorFigures figures() {
        return new FactorFigures(
                subject.name(),
                subject.factor(),
                subject.parameters(),
                dates.size(),
                dates.isEmpty() ? null : dates.get(0),
                dates.isEmpty() ? null : dates.get(dates.size() - 1),
                analysis.observations(),
                byHorizon(h -> ic(h.rankIcSummary())),
                byHorizon(h -> ic(h.normalIcSummary())),
                byHorizon(SubjectReport::quantiles),
                byHorizon(h -> returns(h.spreadSummary())),
                byHorizon(SubjectReport::factorReturn),
                byLag(Stability::meanTurnover),
                byLag(Stability::meanAutocorrelation));
    }

    IcSeries ic() {
        Map<String, List<Integer>> months = new TreeMap<>();
        for (int date = 0; date < dates.size(); date++) {
            months.computeIfAbsent(YearMonth.from(dates.get(date)).toString(), month -> new ArrayList<>())
                    .add(date);
        }
        return new IcSeries(
                subject.name(),
                dates,
                byHorizon(HorizonFigures::rankIc),
                byHorizon(HorizonFigures::normalIc),
                List.copyOf(months.keySet()),
                byHorizon(h -> months.values().stream()
                        .mapToDouble(days -> mean(h.rankIc(), days))
                        .toArray()));
    }

    QuantileSeries quantiles() {
        return new QuantileSeries(
                subject.name(),
                dates,
                byHorizon(SubjectReport::quantiles),
                byHorizon(
                        h -> h.quantiles().stream().map(QuantileReturns::byDate).toList()),
                byHorizon(HorizonFigures::spread),
                byHorizon(this::growth));
    }

    TurnoverSeries turnover() {
        return new TurnoverSeries(
                subject.name(),
                dates,
                byLag(s -> Arrays.asList(s.turnover())),
                byLag(Stability::autocorrelation),
                byLag(Stability::meanTurnover),
                byLag(Stability::meanAutocorrelation));
    }

    ReturnSeries returns() {
        return new ReturnSeries(
                subject.name(),
                dates,
                byHorizon(HorizonFigures::factorReturns),
                byHorizon(HorizonFigures::market),
                byHorizon(SubjectReport::factorReturn));
    }

    static IcSummary ic(SeriesSummary s) {
        return new IcSummary(s.count(), s.mean(), s.std(), s.ratio(), s.t(), s.tNeweyWest(), s.positive());
    }

    static ReturnSummary returns(SeriesSummary s) {
        return new ReturnSummary(s.count(), s.mean(), s.std(), s.t(), s.tNeweyWest(), s.positive());
    }

    private static FactorReturn factorReturn(HorizonFigures h) {
        return new FactorReturn(
                returns(h.factorReturnSummary()),
                h.alphaBeta().alpha(),
                h.alphaBeta().beta(),
                h.alphaBeta().rSquared());
    }

    private static List<QuantileReturn> quantiles(HorizonFigures h) {
        List<QuantileReturn> rows = new ArrayList<>();
        for (QuantileReturns q : h.quantiles()) {
            rows.add(new QuantileReturn(rows.size() + 1, q.count(), q.mean(), q.std(), q.demeaned()));
        }
        return rows;
    }

    private Growth growth(HorizonFigures h) {
        List<LocalDate> starts = new ArrayList<>();
        for (int date = 0; date < dates.size(); date += h.horizon()) {
            starts.add(dates.get(date));
        }
        return new Growth(
                starts, h.quantiles().stream().map(QuantileReturns::cumulative).toList());
    }

    /** Of the dates with a value; NaN without any. */
    private static double mean(double[] series, List<Integer> at) {
        return at.stream()
                .mapToDouble(date -> series[date])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private <T> Map<String, T> byHorizon(Function<HorizonFigures, T> figure) {
        Map<String, T> map = new LinkedHashMap<>();
        analysis.horizons().forEach(h -> map.put(Integer.toString(h.horizon()), figure.apply(h)));
        return map;
    }

    private <T> Map<String, T> byLag(Function<Stability, T> figure) {
        Map<String, T> map = new LinkedHashMap<>();
        analysis.stability().forEach(s -> map.put(Integer.toString(s.lag()), figure.apply(s)));
        return map;
    }
}
