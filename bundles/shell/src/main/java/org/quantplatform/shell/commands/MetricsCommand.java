package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Every statistic by its name, in groups. */
@Command(name = "metrics", description = "Show every statistic of a backtest")
public final class MetricsCommand extends QuantCommand {

    private static final String REST = "other";

    private static final Table<Map.Entry<String, Double>> METRICS = new Table<Map.Entry<String, Double>>()
            .text("metric", Map.Entry::getKey)
            .number("value", Map.Entry::getValue, e -> Figures.upTo(number(e.getValue()), 6));

    private static final Table<BacktestMetrics.Drawdown> DRAWDOWNS = Table.of(BacktestMetrics.Drawdown.class)
            .text("peak", BacktestMetrics.Drawdown::peak)
            .text("trough", BacktestMetrics.Drawdown::trough)
            .text("recovery", BacktestMetrics.Drawdown::recovery)
            .number("depth", BacktestMetrics.Drawdown::depth, d -> Figures.percent(d.depth()))
            .number("days", BacktestMetrics.Drawdown::days, d -> Figures.count(d.days()));

    @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
    private String id = "";

    @Mixin
    private final BasisOptions basis = new BasisOptions();

    @Override
    int run() {
        RunStatistics statistics = session().statistics();
        boolean shown = !globals().json() && !globals().csv();
        List<StatisticInfo> catalogue = shown ? statistics.catalogue() : List.of();
        BacktestMetrics metrics = statistics.metrics(id, basis.basis());
        if (printed(metrics)) {
            return ExitCode.DONE;
        }
        if (globals().csv()) {
            screen().lines(METRICS.csv(sorted(metrics.metrics())));
            return ExitCode.DONE;
        }
        show(metrics, grouped(metrics.metrics(), catalogue), screen());
        return ExitCode.DONE;
    }

    private static void show(BacktestMetrics metrics, Map<String, List<Pair>> groups, Screen screen) {
        groups.forEach((group, pairs) -> {
            screen.heading(Character.toUpperCase(group.charAt(0)) + group.substring(1));
            screen.figures(pairs);
        });
        if (!metrics.yearlyReturns().isEmpty()) {
            screen.heading("Yearly returns");
            screen.figures(sorted(metrics.yearlyReturns()).stream()
                    .map(e -> Pair.signed(e.getKey(), Figures.percent(number(e.getValue()))))
                    .toList());
        }
        if (!metrics.drawdowns().isEmpty()) {
            screen.heading("Drawdowns");
            screen.lines(DRAWDOWNS.lines(metrics.drawdowns(), screen.width(), screen.paint()));
        }
    }

    /** In the order of the catalogue; what it does not know comes last. */
    private static Map<String, List<Pair>> grouped(Map<String, Double> values, List<StatisticInfo> catalogue) {
        Map<String, Double> left = new TreeMap<>(values);
        Map<String, List<Pair>> groups = new LinkedHashMap<>();
        for (StatisticInfo info : catalogue) {
            if (left.containsKey(info.id())) {
                String value = StatisticsCommands.value(number(left.remove(info.id())), info.unit());
                groups.computeIfAbsent(info.group(), group -> new ArrayList<>()).add(Pair.of(info.id(), value));
            }
        }
        left.forEach((name, value) -> groups.computeIfAbsent(REST, group -> new ArrayList<>())
                .add(Pair.of(name, Figures.upTo(number(value), 6))));
        return groups;
    }

    private static List<Map.Entry<String, Double>> sorted(Map<String, Double> map) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    /** A statistic without meaning is null in the document. */
    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
