package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.RequestDocument;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes and shows scores of factors. */
public final class ScoreCommands {

    private record Row(String ticker, double score, double percentile) {}

    private static final Table<Row> SCORES = Table.of(Row.class)
            .text("ticker", Row::ticker)
            .number("score", Row::score, r -> Figures.number(r.score(), 6))
            .number("percentile", Row::percentile, r -> Figures.percent(r.percentile()));

    private static final Table<ScoreSet> SETS = Table.of(ScoreSet.class)
            .text("scores_id", ScoreSet::scoresId)
            .text("status", s -> Labels.of(s.status()))
            .text("parameters", s -> s.request().parameters())
            .text(
                    "market",
                    s -> s.request().universe() == null
                            ? null
                            : s.request().universe().market())
            .text("first", s -> s.stored() == null ? null : s.stored().firstDate())
            .text("last", s -> s.stored() == null ? null : s.stored().lastDate())
            .number("assets", s -> assets(s), s -> s.stored() == null ? "-" : Figures.count(assets(s)))
            .text("kept", s -> Boolean.TRUE.equals(s.request().keep()) ? "yes" : "no");

    private ScoreCommands() {}

    /** Waits for the job. */
    @Command(name = "compute", description = "Compute a factor's scores and store them")
    public static final class Compute extends QuantCommand {

        @Parameters(paramLabel = Values.FACTOR, description = "Id of the factor")
        private String id = "";

        @Option(
                names = "--param",
                paramLabel = "NAME=VALUE",
                description = "Parameter of the factor, such as lookback=252; may be repeated")
        private final Map<String, String> parameters = new LinkedHashMap<>();

        @Mixin
        private final UniverseOptions universe = new UniverseOptions();

        @Option(names = "--start", paramLabel = "DATE", description = "First day, the first of the data when left out")
        private @Nullable LocalDate start;

        @Option(names = "--end", paramLabel = "DATE", description = "Last day, the latest of the data when left out")
        private @Nullable LocalDate end;

        @Option(names = "--adjust", paramLabel = "HOW", description = "none, split or all")
        private @Nullable String adjust;

        @Option(names = "--keep", description = "Compute again after each import that changes the market")
        private boolean keep;

        @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
        private boolean noWait;

        @Override
        int run() {
            RequestDocument document = RequestDocument.empty();
            parameters.forEach((name, value) ->
                    document.set("parameters." + name.replace('-', '_'), RequestDocument.value(value)));
            universe.writeTo(document);
            document.set("start_date", start)
                    .set("end_date", end)
                    .set("adjust", adjust)
                    .set("keep", keep ? Boolean.TRUE : null);
            ScoreSet queued = session().factors().compute(id, document.as(ScoreRequest.class), Optional.empty());
            return noWait ? told(queued) : finished(queued);
        }

        private int told(ScoreSet set) {
            if (!printed(set)) {
                screen().line(set.scoresId());
            }
            return ExitCode.DONE;
        }

        private int finished(ScoreSet queued) {
            if (!queued.status().ended()) {
                new LongWork(host()).await(queued.jobId(), progress("scores " + queued.scoresId()));
            }
            ScoreSet ended = session().factors().scoreSet(queued.factor(), queued.scoresId());
            if (!printed(ended) && ended.status() == JobStatus.COMPLETED) {
                screen().lines(SETS.lines(List.of(ended), screen().width(), screen().paint()));
            }
            if (ended.status() != JobStatus.COMPLETED) {
                out().flush();
                String why = ended.error() == null ? "" : ": " + ended.error();
                throw new Failure(
                        ExitCode.FAILED, "scores " + ended.scoresId() + " " + Labels.of(ended.status()) + why);
            }
            return ExitCode.DONE;
        }
    }

    /** Best first. */
    @Command(name = "scores", description = "Show stored scores of a day, best first")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.FACTOR, description = "Id of the factor")
        private String id = "";

        @Option(names = "--date", paramLabel = "DATE", description = "Last day not after it; the latest when left out")
        private @Nullable LocalDate date;

        @Option(names = "--market", paramLabel = "CODE", description = "Market of the scores")
        private @Nullable String market;

        @Option(names = "--scores", paramLabel = "ID", description = "The set; the one computed last when left out")
        private @Nullable String scoresId;

        @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "How many; 0 for all")
        private int top;

        @Override
        int run() {
            DayScores scores = session().factors().scores(id, new ScoreQuery(scoresId, market(), date));
            if (printed(scores)) {
                return ExitCode.DONE;
            }
            List<Row> best = rows(scores);
            List<Row> shown = top <= 0 ? best : best.subList(0, Math.min(top, best.size()));
            if (globals().csv()) {
                screen().lines(SCORES.csv(shown));
                return ExitCode.DONE;
            }
            screen().lines(SCORES.lines(shown, screen().width(), screen().paint()));
            note(shown.size() + " of " + best.size() + " scores of " + scores.factor() + " on " + scores.date() + ", "
                    + scores.scoresId());
            return ExitCode.DONE;
        }

        private @Nullable Market market() {
            try {
                return market == null ? null : Market.valueOf(market.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw usage("--market must be one of " + List.of(Market.values()) + ", was " + market);
            }
        }

        private static List<Row> rows(DayScores scores) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < scores.tickers().size(); i++) {
                rows.add(new Row(scores.tickers().get(i), scores.scores()[i], scores.percentiles()[i]));
            }
            rows.sort(Comparator.comparingDouble(Row::score).reversed().thenComparing(Row::ticker));
            return rows;
        }
    }

    /** Latest first. */
    @Command(name = "score-sets", description = "List a factor's sets of stored scores")
    public static final class Sets extends QuantCommand {

        @Parameters(paramLabel = Values.FACTOR, description = "Id of the factor")
        private String id = "";

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().factors().scoreSets(id, page.request()), "score_sets", SETS);
        }
    }

    private static long assets(ScoreSet set) {
        return set.stored() == null ? 0 : set.stored().assets();
    }
}
