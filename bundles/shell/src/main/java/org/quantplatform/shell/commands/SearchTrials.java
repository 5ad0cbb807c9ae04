package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.SearchView;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trials of a search, over two paths, and one by itself. */
public final class SearchTrials {

    private record Point(LocalDate date, double equity) {}

    private static final Table<Point> CURVE = Table.of(Point.class)
            .text("date", Point::date)
            .number("equity", Point::equity, p -> Figures.number(p.equity(), 2));

    private SearchTrials() {}

    /** Best first. */
    @Command(name = "trials", description = "List the finished trials of a search, the best first")
    public static final class Trials extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Option(names = "--window", paramLabel = "N", description = "Only of this window of a walk-forward search")
        private @Nullable Integer window;

        @Option(names = "--part", paramLabel = "PART", description = "Only whole, train or test")
        private Trial.@Nullable Part part;

        @Option(names = "--by-number", description = "In order of number")
        private boolean byNumber;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            TrialQuery query = new TrialQuery(window, part, !byNumber);
            return list(session().searches().trials(id, query, page.request()), "trials", SearchView.TRIALS);
        }
    }

    /** As a table of figures. */
    @Command(name = "heatmap", description = "Show the objective over two paths of a search's space")
    public static final class Heatmap extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Option(names = "--x", paramLabel = "PATH", description = "Along the columns")
        private @Nullable String x;

        @Option(names = "--y", paramLabel = "PATH", description = "Along the rows")
        private @Nullable String y;

        @Option(names = "--metric", paramLabel = "FIGURE", description = "The search's objective when left out")
        private @Nullable Objective metric;

        @Option(
                names = "--reduce",
                paramLabel = "HOW",
                description = "best, mean or worst of the trials in a cell; best when left out")
        private HeatMapQuery.@Nullable Reduce reduce;

        @Override
        int run() {
            HeatMap map = session().searches().heatMap(id, new HeatMapQuery(x, y, metric, reduce));
            if (printed(map)) {
                return ExitCode.DONE;
            }
            Table<Integer> table = table(map);
            List<Integer> rows =
                    IntStream.range(0, map.yValues().size()).boxed().toList();
            if (globals().csv()) {
                screen().lines(table.csv(rows));
                return ExitCode.DONE;
            }
            note(Labels.of(map.metric()) + ", " + map.x() + " along the columns");
            screen().lines(table.lines(rows, 0, screen().paint()));
            return ExitCode.DONE;
        }

        private static Table<Integer> table(HeatMap map) {
            Table<Integer> table = new Table<Integer>().text(map.y(), map.yValues()::get);
            for (int column = 0; column < map.xValues().size(); column++) {
                int at = column;
                table.number(
                        String.valueOf(map.xValues().get(at)),
                        row -> map.cells().get(row)[at],
                        row -> Figures.number(map.cells().get(row)[at], 4));
            }
            return table;
        }
    }

    /** To be looked at, or run by itself. */
    @Command(name = "request", description = "Show the whole request of a trial, or run it as a backtest")
    public static final class Request extends QuantCommand {

        @Parameters(index = "0", paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Parameters(index = "1", paramLabel = "NUMBER", description = "Number of the trial")
        private int number;

        @Option(names = "--run", description = "Run it as a backtest and show its result")
        private boolean run;

        @Override
        int run() {
            BacktestRequest request = session().searches().trialRequest(id, number);
            if (!run) {
                screen().line(document(request));
                return ExitCode.DONE;
            }
            Backtest backtest = session().backtests().submit(request, Optional.empty());
            new BacktestWork(this).finish(backtest);
            return ExitCode.DONE;
        }
    }

    /** Of a walk-forward search. */
    @Command(name = "equity", description = "List the equity over the joined test windows of a walk-forward search")
    public static final class Equity extends QuantCommand {

        @Parameters(paramLabel = Values.SEARCH, description = "Id of the search")
        private String id = "";

        @Override
        int run() {
            OutOfSample joined = session().searches().outOfSample(id);
            if (printed(joined)) {
                return ExitCode.DONE;
            }
            List<Point> points = IntStream.range(0, joined.equity().length)
                    .mapToObj(i -> new Point(joined.dates().get(i), joined.equity()[i]))
                    .toList();
            screen().lines(
                            globals().csv()
                                    ? CURVE.csv(points)
                                    : CURVE.lines(points, screen().width(), screen().paint()));
            return ExitCode.DONE;
        }
    }
}
