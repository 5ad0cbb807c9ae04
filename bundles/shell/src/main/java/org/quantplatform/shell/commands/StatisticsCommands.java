package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables of a completed backtest that follow from its equity, and what every statistic means. */
public final class StatisticsCommands {

    private static final Table<Drawdown> DRAWDOWNS = Table.of(Drawdown.class)
            .text("peak", Drawdown::peak)
            .text("trough", Drawdown::trough)
            .text("recovery", Drawdown::recovery)
            .number("depth", Drawdown::depth, d -> Figures.percent(d.depth()))
            .number("days", Drawdown::days, d -> Figures.count(d.days()))
            .number("fall_days", Drawdown::fallDays, d -> Figures.count(d.fallDays()))
            .number("recovery_days", Drawdown::recoveryDays, d -> days(d.recoveryDays()));

    private static final Table<SpanReturn> RETURNS = Table.of(SpanReturn.class)
            .text("span", SpanReturn::span)
            .number("periods", SpanReturn::periods, r -> Figures.count(r.periods()))
            .number("portfolio", SpanReturn::portfolio, r -> Figures.percent(r.portfolio()))
            .number("benchmark", SpanReturn::benchmark, r -> Figures.percent(r.benchmark()))
            .number("active", SpanReturn::active, r -> Figures.percent(r.active()))
            .number("cumulative", SpanReturn::cumulative, r -> Figures.percent(r.cumulative()))
            .number("volatility", SpanReturn::volatility, r -> Figures.percent(r.volatility()))
            .number("sharpe", SpanReturn::sharpe, r -> Figures.number(r.sharpe(), 2))
            .number("max_drawdown", SpanReturn::maxDrawdown, r -> Figures.percent(r.maxDrawdown()));

    private static final Table<StatisticInfo> CATALOGUE = Table.of(StatisticInfo.class)
            .text("group", StatisticInfo::group)
            .text("id", StatisticInfo::id)
            .text("unit", StatisticInfo::unit)
            .text("title", StatisticInfo::title)
            .text("formula", StatisticInfo::formula)
            .text("convention", StatisticInfo::convention);

    private StatisticsCommands() {}

    /** As people read a value of that unit. */
    static String value(double value, String unit) {
        return switch (unit) {
            case "fraction" -> Figures.percent(value);
            case "money" -> Figures.number(value, 2);
            case "count" -> Figures.number(value, 0);
            case "days", "periods" -> Figures.upTo(value, 1);
            default -> Figures.upTo(value, 4);
        };
    }

    private static String days(@Nullable Integer days) {
        return Figures.number(days == null ? Double.NaN : days, 0);
    }

    /** Of a moving window. */
    @Command(name = "rolling", description = "Show statistics of a moving window")
    public static final class Rolling extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(names = "--window", paramLabel = "N", defaultValue = "63", description = "Returns in a window")
        private int window;

        @Option(names = "--statistic", split = ",", paramLabel = "ID", description = "Which; the usual when left out")
        private @Nullable List<String> statistics;

        @Mixin
        private final BasisOptions basis = new BasisOptions();

        @Override
        int run() {
            List<String> wanted = statistics == null ? List.of() : statistics;
            RollingSeries series = session().statistics().rolling(id, new RollingQuery(window, wanted, basis.basis()));
            if (printed(series)) {
                return ExitCode.DONE;
            }
            List<Integer> rows =
                    IntStream.range(0, series.dates().size()).boxed().toList();
            Table<Integer> table = table(series);
            screen().lines(globals().csv() ? table.csv(rows) : table.lines(rows, screen().width(), screen().paint()));
            return ExitCode.DONE;
        }

        private static Table<Integer> table(RollingSeries series) {
            Table<Integer> table = Table.of(Integer.class);
            List<LocalDate> dates = series.dates();
            table.text("date", dates::get);
            Map<String, double[]> values = new TreeMap<>(series.values());
            values.forEach((name, row) -> table.number(name, i -> row[i], i -> Figures.number(row[i], 4)));
            return table;
        }
    }

    /** Deepest first. */
    @Command(name = "drawdowns", description = "List the drawdowns of a backtest, deepest first")
    public static final class Drawdowns extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().statistics().drawdowns(id, page.request()), "drawdowns", DRAWDOWNS);
        }
    }

    /** By week, month, quarter or year. */
    @Command(name = "returns", description = "List what each day, week, month, quarter or year brought")
    public static final class Returns extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(
                names = "--by",
                paramLabel = "SPAN",
                defaultValue = "month",
                description = "One of: day, week, month, quarter, year")
        private Span by = Span.MONTH;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().statistics().returns(id, by, page.request()), "returns", RETURNS);
        }
    }

    /** What every statistic means. */
    @Command(name = "statistics", description = "List every statistic with its formula and convention")
    public static final class Catalogue extends QuantCommand {

        @Override
        int run() {
            List<StatisticInfo> all = session().statistics().catalogue();
            return list(new Page<>(all, 1, Math.max(1, all.size()), all.size()), "statistics", CATALOGUE);
        }
    }
}
