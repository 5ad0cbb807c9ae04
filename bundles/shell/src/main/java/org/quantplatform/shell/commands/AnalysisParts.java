package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.AnalysisView;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parts of an analysis as tables: IC by month, sectors, decay, correlation. */
public final class AnalysisParts {

    private static final Table<SectorTable.Row> SECTORS = Table.of(SectorTable.Row.class)
            .text("sector", SectorTable.Row::sector)
            .number("horizon", SectorTable.Row::horizon, r -> Figures.count(r.horizon()))
            .number("observations", SectorTable.Row::observations, r -> Figures.count(r.observations()))
            .number("ic", r -> r.ic().mean(), r -> Figures.number(r.ic().mean(), 4))
            .number("icir", r -> r.ic().icir(), r -> Figures.number(r.ic().icir(), 4))
            .number("t_nw", r -> r.ic().tNeweyWest(), r -> Figures.number(r.ic().tNeweyWest(), 2))
            .number("mean_return", SectorTable.Row::meanReturn, r -> Figures.percent(r.meanReturn()))
            .number("mean_score", SectorTable.Row::meanScore, r -> Figures.number(r.meanScore(), 4));

    private static final Table<DecayTable.Row> DECAY = Table.of(DecayTable.Row.class)
            .number("horizon", DecayTable.Row::horizon, r -> Figures.count(r.horizon()))
            .number("dates", DecayTable.Row::dates, r -> Figures.count(r.dates()))
            .number("ic", r -> r.ic().mean(), r -> Figures.number(r.ic().mean(), 4))
            .number("icir", r -> r.ic().icir(), r -> Figures.number(r.ic().icir(), 4))
            .number("t_nw", r -> r.ic().tNeweyWest(), r -> Figures.number(r.ic().tNeweyWest(), 2))
            .number(
                    "spread",
                    r -> r.spread().mean(),
                    r -> Figures.percent(r.spread().mean()))
            .number(
                    "autocorrelation",
                    DecayTable.Row::rankAutocorrelation,
                    r -> Figures.number(r.rankAutocorrelation(), 4));

    private AnalysisParts() {}

    /** What the commands have in common. */
    abstract static class PartCommand extends QuantCommand {

        @Parameters(paramLabel = "ANALYSIS", description = "Id of the analysis")
        private String id = "";

        @Option(
                names = "--subject",
                paramLabel = "NAME",
                description = "Factor, or combination; the latter when there is one, else the first factor")
        private @Nullable String subject;

        String id() {
            return id;
        }

        @Nullable
        String subject() {
            return subject;
        }

        <T> int shown(Object document, List<T> rows, Table<T> table) {
            if (!printed(document)) {
                screen().lines(
                                globals().csv()
                                        ? table.csv(rows)
                                        : table.lines(rows, screen().width(), screen().paint()));
            }
            return ExitCode.DONE;
        }
    }

    /** Mean rank IC of each month. */
    @Command(name = "ic", description = "Show the rank IC of each month of an analysis")
    public static final class Ic extends PartCommand {

        @Override
        int run() {
            IcSeries series = session().factorAnalyses().ic(id(), subject());
            Table<Integer> table =
                    new Table<Integer>().text("month", row -> series.months().get(row));
            List<String> horizons = new ArrayList<>(series.monthlyIc().keySet());
            horizons.sort((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
            for (String horizon : horizons) {
                double[] ic = series.monthlyIc().get(horizon);
                table.number("ic_" + horizon, row -> ic[row], row -> Figures.number(ic[row], 4));
            }
            return shown(
                    series, IntStream.range(0, series.months().size()).boxed().toList(), table);
        }
    }

    /** One row per sector and horizon. */
    @Command(name = "sectors", description = "Show an analysis by sector")
    public static final class Sectors extends PartCommand {

        @Override
        int run() {
            SectorTable sectors = session().factorAnalyses().sectors(id(), subject());
            return shown(sectors, sectors.sectors(), SECTORS);
        }
    }

    /** One row per horizon. */
    @Command(name = "decay", description = "Show how an analysis' foresight fades with the horizon")
    public static final class Decay extends PartCommand {

        @Override
        int run() {
            DecayTable decay = session().factorAnalyses().decay(id(), subject());
            return shown(decay, decay.horizons(), DECAY);
        }
    }

    /** Rows and columns are the factors. */
    @Command(name = "correlation", description = "Show rank correlations between the factors of an analysis")
    public static final class Correlation extends PartCommand {

        @Override
        int run() {
            FactorCorrelations alike = session().factorAnalyses().correlation(id());
            List<Integer> rows =
                    IntStream.range(0, alike.subjects().size()).boxed().toList();
            return shown(alike, rows, AnalysisView.matrix(alike));
        }
    }
}
