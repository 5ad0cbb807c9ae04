package org.quantplatform.rest.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.FactorReturn;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.IcSummary;
import org.quantplatform.api.factors.QuantileReturn;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.ReturnSeries;
import org.quantplatform.api.factors.ReturnSummary;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.api.factors.TurnoverSeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.QuantException;

/** Analyses that are completed as soon as they are asked for, all with the same figures. */
final class MemoryFactorAnalyses implements FactorAnalyses {

    private static final IcSummary IC = new IcSummary(986, 0.0141, 0.2145, 0.0658, 2.0657, 2.1, 0.53);
    private static final ReturnSummary SPREAD = new ReturnSummary(986, 0.000242, 0.01, 0.76, 0.7, 0.51);
    private static final LocalDate DAY = LocalDate.of(2014, 2, 10);

    final Map<String, FactorAnalysis> made = new LinkedHashMap<>();

    @Override
    public FactorAnalysis analyze(AnalysisRequest request, Optional<String> idempotencyKey) {
        if (request.factors() == null || request.factors().isEmpty()) {
            throw QuantException.invalid("factors", "must be 1 to 20 factors");
        }
        String id = "fa_" + (made.size() + 1);
        made.put(id, analysis(id, request));
        return made.get(id);
    }

    private static FactorAnalysis analysis(String id, AnalysisRequest request) {
        FactorFigures figures = new FactorFigures(
                "momentum",
                "momentum",
                request.factors().get(0).parameters(),
                986,
                DAY,
                DAY,
                463_420,
                Map.of("1", IC),
                Map.of("1", IC),
                Map.of(
                        "1",
                        List.of(
                                new QuantileReturn(1, 10, 0.0005, 0.01, 0),
                                new QuantileReturn(2, 10, 0.0007, 0.01, 0))),
                Map.of("1", SPREAD),
                Map.of("1", new FactorReturn(SPREAD, 0.05, -0.1, 0.2)),
                Map.of("1", new double[] {0.0465, 0.0486}),
                Map.of("1", 0.9942));
        return new FactorAnalysis(
                id,
                JobStatus.COMPLETED,
                100,
                request,
                List.of(),
                "7",
                "cd",
                figures.ic(),
                figures.quantileReturns(),
                figures.spread(),
                figures.turnover(),
                figures.rankAutocorrelation(),
                List.of(figures),
                List.of(),
                null,
                Map.of(),
                Instant.EPOCH,
                null,
                Instant.EPOCH);
    }

    @Override
    public Page<FactorAnalysis> list(PageRequest page) {
        return Page.cut(List.copyOf(made.values()), page);
    }

    @Override
    public FactorAnalysis get(String id) {
        return Optional.ofNullable(made.get(id)).orElseThrow(() -> QuantException.notFound("factor analysis", id));
    }

    @Override
    public IcSeries ic(String id, @Nullable String subject) {
        double[] ic = {0.5, Double.NaN};
        return new IcSeries(
                named(id, subject),
                List.of(DAY, DAY.plusDays(1)),
                Map.of("1", ic),
                Map.of("1", ic),
                List.of("2014-02"),
                Map.of("1", new double[] {0.5}));
    }

    @Override
    public QuantileSeries quantiles(String id, @Nullable String subject) {
        return new QuantileSeries(named(id, subject), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public TurnoverSeries turnover(String id, @Nullable String subject) {
        return new TurnoverSeries(named(id, subject), List.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public ReturnSeries returns(String id, @Nullable String subject) {
        return new ReturnSeries(named(id, subject), List.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public SectorTable sectors(String id, @Nullable String subject) {
        return new SectorTable(named(id, subject), List.of(new SectorTable.Row("Energy", 1, 100, IC, 0.0004, 0.1)));
    }

    @Override
    public DecayTable decay(String id, @Nullable String subject) {
        return new DecayTable(named(id, subject), List.of(new DecayTable.Row(21, 986, IC, SPREAD, 0.8922)));
    }

    @Override
    public FactorCorrelations correlation(String id) {
        return new FactorCorrelations(List.of(named(id, null)), new double[][] {{1}});
    }

    @Override
    public void delete(String id) {
        made.remove(get(id).analysisId());
    }

    private String named(String id, @Nullable String subject) {
        String name = subject == null ? "momentum" : subject;
        if (!get(id).subjects().get(0).subject().equals(name)) {
            throw QuantException.notFound("subject of " + id, name);
        }
        return name;
    }
}
