package org.quantplatform.shell.commands;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import org.quantplatform.shell.view.AnalysisView;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses of factors: make one, list them, show one. */
public final class AnalysisCommands {

    private static final Table<FactorAnalysis> TABLE = Table.of(FactorAnalysis.class)
            .text("analysis_id", FactorAnalysis::analysisId)
            .text("status", a -> Labels.of(a.status()))
            .text("factors", AnalysisCommands::factors)
            .text("start", a -> a.request().startDate())
            .text("end", a -> a.request().endDate())
            .text("created", a -> Figures.time(a.createdAt()));

    private AnalysisCommands() {}

    /** Waits for the job. */
    @Command(name = "analyze", description = "Find out what factors foretold: IC, quantile returns, turnover, decay")
    public static final class Analyze extends QuantCommand {

        @Parameters(
                arity = "0..*",
                paramLabel = Values.FACTOR,
                description = "Ids of factors; a factor may stand there several times")
        private List<String> factors = new ArrayList<>();

        @Option(
                names = "--factor-param",
                paramLabel = "ID.NAME=VALUE",
                description =
                        "Parameter of a factor, such as momentum.skip=21, or momentum#2.skip=0 for its second place")
        private Map<String, String> parameters = new LinkedHashMap<>();

        @Mixin
        private final UniverseOptions universe = new UniverseOptions();

        @Option(names = "--start", paramLabel = "DATE", description = "First date")
        private @Nullable LocalDate start;

        @Option(names = "--end", paramLabel = "DATE", description = "Last date")
        private @Nullable LocalDate end;

        @Option(
                names = "--horizon",
                split = ",",
                paramLabel = "BARS",
                description = "Forward returns; 1,5,21 when left out")
        private @Nullable List<Integer> horizons;

        @Option(names = "--quantiles", paramLabel = "N", description = "Groups of each date; 5 when left out")
        private @Nullable Integer quantiles;

        @Option(names = "--outlier-zscore", paramLabel = "Z", description = "Leave out returns so far from their mean")
        private @Nullable Double outliers;

        @Option(names = "--adjust", paramLabel = "HOW", description = "none, split or all")
        private @Nullable String adjust;

        @Option(
                names = "--combine",
                paramLabel = "HOW",
                description = "Also add the factors up: equal, given, ic, inverse_volatility or max_icir")
        private @Nullable String combine;

        @Option(names = "--request", paramLabel = "FILE", description = "In YAML or JSON; options stand over it")
        private @Nullable Path request;

        @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
        private boolean noWait;

        @Override
        int run() {
            FactorAnalysis queued =
                    session().factorAnalyses().analyze(document().as(AnalysisRequest.class), Optional.empty());
            if (noWait) {
                if (!printed(queued)) {
                    screen().line(queued.analysisId());
                }
                return ExitCode.DONE;
            }
            return finished(queued);
        }

        private int finished(FactorAnalysis queued) {
            String id = queued.analysisId();
            if (!queued.status().ended()) {
                new LongWork(host()).await(id, progress("analysis " + id));
            }
            FactorAnalysis ended = session().factorAnalyses().get(id);
            display(this, ended);
            if (ended.status() != JobStatus.COMPLETED) {
                out().flush();
                String why = ended.error() == null ? "" : ": " + ended.error();
                throw new Failure(ExitCode.FAILED, "analysis " + id + " " + Labels.of(ended.status()) + why);
            }
            return ExitCode.DONE;
        }

        private RequestDocument document() {
            RequestDocument document = request == null ? RequestDocument.empty() : RequestDocument.read(request);
            if (!factors.isEmpty()) {
                document.set("factors", choices());
            }
            universe.writeTo(document);
            return document.set("start_date", start)
                    .set("end_date", end)
                    .set("horizons", horizons)
                    .set("quantiles", quantiles)
                    .set("outlier_zscore", outliers)
                    .set("adjust", adjust)
                    .set("combination.method", combine);
        }

        private List<Map<String, Object>> choices() {
            Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
            for (String factor : factors) {
                String name = factor;
                for (int number = 2; byName.containsKey(name); number++) {
                    name = factor + "#" + number;
                }
                byName.put(name, new LinkedHashMap<>(Map.of("factor", factor)));
            }
            parameters.forEach((path, value) -> setParameter(byName, path, value));
            return List.copyOf(byName.values());
        }

        private static void setParameter(Map<String, Map<String, Object>> factors, String path, String value) {
            int dot = path.indexOf('.');
            Map<String, Object> factor = dot < 0 ? null : factors.get(path.substring(0, dot));
            if (factor == null) {
                throw new BadInput("--factor-param " + path + " belongs to no factor that was named");
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> own = (Map<String, Object>)
                    factor.computeIfAbsent("parameters", key -> new LinkedHashMap<String, Object>());
            own.put(path.substring(dot + 1).replace('-', '_'), RequestDocument.value(value));
        }
    }

    /** Latest first. */
    @Command(name = "analyses", description = "List analyses")
    public static final class ListAnalyses extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().factorAnalyses().list(page.request()), "analyses", TABLE);
        }
    }

    /** With its tables; the other commands show its parts. */
    @Command(name = "analysis", description = "Show an analysis")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = "ANALYSIS", description = "Id of the analysis")
        private String id = "";

        @Override
        int run() {
            display(this, session().factorAnalyses().get(id));
            return ExitCode.DONE;
        }
    }

    private static void display(QuantCommand command, FactorAnalysis analysis) {
        if (command.printed(analysis)) {
            return;
        }
        if (command.globals().csv()) {
            command.screen().lines(AnalysisView.csv(analysis));
            return;
        }
        new AnalysisView(command.screen()).show(analysis);
    }

    private static String factors(FactorAnalysis analysis) {
        List<String> names = new ArrayList<>();
        if (analysis.request().factors() != null) {
            analysis.request().factors().forEach(choice -> names.add(choice.factor()));
        }
        return String.join(" ", names);
    }
}
