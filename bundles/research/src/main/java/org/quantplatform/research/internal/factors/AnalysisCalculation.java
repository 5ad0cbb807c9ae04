package org.quantplatform.research.internal.factors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.factors.FactorAnalysisStore.Part;
import org.quantplatform.core.factors.FactorAnalysisStore.PartKey;
import org.quantplatform.core.factors.FactorAnalysisStore.PartOf;
import org.quantplatform.core.factors.FactorAnalysisStore.Result;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.engine.analysis.FactorAnalysis;
import org.quantplatform.engine.analysis.FactorCorrelation;
import org.quantplatform.engine.analysis.FactorSample;
import org.quantplatform.engine.analysis.FactorSample.Window;
import org.quantplatform.engine.analysis.HorizonFigures;
import org.quantplatform.engine.analysis.SectorAnalysis;
import org.quantplatform.engine.kernel.CrossSection;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.backtests.Stage;
import org.quantplatform.research.internal.factors.SubjectReport.Subject;
import org.quantplatform.research.internal.scores.DayWeights;
import org.quantplatform.research.internal.scores.Scores;
import org.quantplatform.spi.factor.Factor;

/** One analysis from scores to documents. */
final class AnalysisCalculation {

    static final String COMBINATION = "combination";

    private static final int LEAST_OBSERVATIONS = 2;

    private final AnalysisRequest request;
    private final Stage stage;
    private final Panel prices;
    private final JobContext job;
    private final int firstDay;
    private final int lastDay;
    private final List<PartOf> parts = new ArrayList<>();
    private int done;

    AnalysisCalculation(AnalysisRequest request, Stage stage, JobContext job) {
        this.request = request;
        this.stage = stage;
        this.prices = stage.signals();
        this.job = job;
        this.firstDay = prices.firstDayFrom(request.startDate());
        this.lastDay = prices.lastDayTo(request.endDate());
    }

    Result run(List<BoundPlugin<Factor<?>>> factors, Scores scores) throws JobCancelled {
        List<Subject> subjects = new ArrayList<>(subjects(request.factors()));
        List<ScoreMatrix> matrices = new ArrayList<>();
        for (BoundPlugin<Factor<?>> factor : factors) {
            matrices.add(scores.of(factor));
        }
        if (request.combination() != null) {
            matrices.add(combined(matrices));
            subjects.add(new Subject(COMBINATION, null, Map.of()));
        }
        List<FactorFigures> figures = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            figures.add(subject(subjects.get(i), matrices.get(i), subjects.size()));
        }
        double[][] alike = FactorCorrelation.of(matrices, stage.eligibility()::mask, firstDay, lastDay);
        List<String> names = subjects.stream().map(Subject::name).toList();
        keep(FactorAnalysisStore.ALL, Part.CORRELATION, new FactorCorrelations(names, alike));
        return new Result(stage.market().digest(), figures, warnings(figures), parts);
    }

    /** A name that is there several times gets a number from the second on. */
    private static List<Subject> subjects(List<FactorChoice> factors) {
        Map<String, Integer> seen = new HashMap<>();
        return factors.stream()
                .map(choice -> {
                    int number = seen.merge(choice.name(), 1, Integer::sum);
                    String name = number == 1 ? choice.name() : choice.name() + "#" + number;
                    return new Subject(name, choice.factor(), choice.parameters());
                })
                .toList();
    }

    private FactorFigures subject(Subject subject, ScoreMatrix scores, int subjects) throws JobCancelled {
        FactorSample sample = sample(scores, request.horizons());
        FactorAnalysis analysis = FactorAnalysis.of(sample, request.quantiles());
        List<LocalDate> dates =
                Arrays.stream(analysis.days()).mapToObj(prices::date).toList();
        SubjectReport report = new SubjectReport(subject, analysis, dates);
        String name = subject.name();
        keep(name, Part.IC, report.ic());
        keep(name, Part.QUANTILES, report.quantiles());
        keep(name, Part.TURNOVER, report.turnover());
        keep(name, Part.RETURNS, report.returns());
        keep(name, Part.SECTORS, sectors(name, sample));
        List<DecayTable.Row> decay = new ArrayList<>();
        for (int horizon : request.decayHorizons()) {
            decay.add(decay(scores, horizon));
            step(subjects * request.decayHorizons().size());
        }
        keep(name, Part.DECAY, new DecayTable(name, decay));
        return report.figures();
    }

    private void step(int steps) throws JobCancelled {
        done++;
        job.progress(done, steps, Map.of("progress", done * 100 / steps));
        if (job.cancelled()) {
            throw new JobCancelled();
        }
    }

    private FactorSample sample(ScoreMatrix scores, List<Integer> horizons) {
        double outliers = request.outlierZscore() == null ? Double.POSITIVE_INFINITY : request.outlierZscore();
        int[] bars = horizons.stream().mapToInt(Integer::intValue).toArray();
        return FactorSample.of(
                scores,
                prices,
                stage.eligibility()::mask,
                new Window(firstDay, lastDay, bars, LEAST_OBSERVATIONS, outliers));
    }

    private SectorTable sectors(String subject, FactorSample sample) {
        List<String> sectors = stage.market().instruments().stream()
                .map(instrument -> Objects.requireNonNullElse(instrument.sector(), ""))
                .toList();
        return new SectorTable(
                subject,
                SectorAnalysis.of(sample, sectors).stream()
                        .map(s -> new SectorTable.Row(
                                s.sector(),
                                s.horizon(),
                                s.observations(),
                                SubjectReport.ic(s.rankIc()),
                                s.meanReturn(),
                                s.meanScore()))
                        .toList());
    }

    private DecayTable.Row decay(ScoreMatrix scores, int horizon) {
        FactorAnalysis analysis = FactorAnalysis.of(sample(scores, List.of(horizon)), request.quantiles());
        HorizonFigures figures = analysis.horizons().get(0);
        return new DecayTable.Row(
                horizon,
                analysis.days().length,
                SubjectReport.ic(figures.rankIcSummary()),
                SubjectReport.returns(figures.spreadSummary()),
                analysis.stability().get(0).meanAutocorrelation());
    }

    private ScoreMatrix combined(List<ScoreMatrix> factors) {
        double[] given =
                request.factors().stream().mapToDouble(FactorChoice::weight).toArray();
        DayWeights weights = DayWeights.of(
                request.combination(),
                given,
                new DayWeights.Past(factors, prices, stage.eligibility()::mask, firstDay, lastDay));
        ScoreMatrix[] matrices = factors.toArray(ScoreMatrix[]::new);
        ScoreMatrix combined = new ScoreMatrix(prices.assets(), prices.days());
        IntStream.rangeClosed(firstDay, lastDay).parallel().forEach(day -> {
            boolean[] members = new boolean[prices.assets()];
            stage.eligibility().mask(day, members);
            double[] today = CrossSection.combine(matrices, weights.on(day), day, members);
            for (int asset = 0; asset < today.length; asset++) {
                combined.set(asset, day, today[asset]);
            }
        });
        return combined;
    }

    private void keep(String subject, Part part, Object document) {
        parts.add(new PartOf(new PartKey(subject, part), document));
    }

    private static List<String> warnings(List<FactorFigures> figures) {
        return figures.stream()
                .filter(subject -> subject.dates() == 0)
                .map(subject -> "No date counts for " + subject.subject()
                        + ": none has scores and every forward return of two assets.")
                .toList();
    }
}
