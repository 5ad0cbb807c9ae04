package org.quantplatform.shell.commands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.ExposureSeries.Sector;
import org.quantplatform.api.statistics.ExposureSeries.TopHolding;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables of a completed backtest that follow from its positions. */
public final class PositionCommands {

    private static final Table<Sector> SECTORS = Table.of(Sector.class)
            .text("sector", Sector::sector)
            .number("mean_gross", Sector::meanGross, s -> Figures.percent(s.meanGross()))
            .number("mean_net", Sector::meanNet, s -> Figures.percent(s.meanNet()))
            .number("last_net", s -> last(s.net()), s -> Figures.percent(last(s.net())));

    private static final Table<TopHolding> TOP = Table.of(TopHolding.class)
            .text("ticker", TopHolding::ticker)
            .text("sector", TopHolding::sector)
            .number("mean_weight", TopHolding::meanWeight, h -> Figures.percent(h.meanWeight()))
            .number("largest_weight", TopHolding::largestWeight, h -> Figures.percent(h.largestWeight()))
            .number("days_held", TopHolding::daysHeld, h -> Figures.count(h.daysHeld()));

    private static final Table<RoundTrip> TRIPS = Table.of(RoundTrip.class)
            .text("ticker", RoundTrip::ticker)
            .text("sector", RoundTrip::sector)
            .text("side", t -> Labels.of(t.side()))
            .text("opened", RoundTrip::opened)
            .text("closed", RoundTrip::closed)
            .number("days", RoundTrip::days, t -> Figures.count(t.days()))
            .number("invested", RoundTrip::invested, t -> Figures.number(t.invested(), 2))
            .number("profit", RoundTrip::profit, t -> Figures.number(t.profit(), 2))
            .number("gain", RoundTrip::gain, t -> Figures.percent(t.gain()));

    private static final Table<Contribution> CONTRIBUTIONS = Table.of(Contribution.class)
            .text("key", Contribution::key)
            .number("profit", Contribution::profit, c -> Figures.number(c.profit(), 2))
            .number("contribution", Contribution::contribution, c -> Figures.percent(c.contribution()))
            .number("dividends", Contribution::dividends, c -> Figures.number(c.dividends(), 2))
            .number("costs", Contribution::costs, c -> Figures.number(c.costs(), 2))
            .number("traded", Contribution::traded, c -> Figures.number(c.traded(), 0))
            .number("fills", Contribution::fills, c -> Figures.count(c.fills()))
            .number("round_trips", Contribution::roundTrips, c -> Figures.count(c.roundTrips()))
            .number("win_rate", Contribution::winRate, c -> Figures.percent(c.winRate()))
            .number("mean_weight", Contribution::meanWeight, c -> Figures.percent(c.meanWeight()))
            .number("days_held", Contribution::daysHeld, c -> Figures.count(c.daysHeld()));

    private PositionCommands() {}

    private static double last(double[] values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    /** In total, by sector and by ticker; as CSV by day. */
    @Command(name = "exposures", description = "Show how much of the equity was in positions")
    public static final class Exposures extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Override
        int run() {
            ExposureSeries series = session().statistics().exposures(id);
            if (printed(series)) {
                return ExitCode.DONE;
            }
            if (globals().csv()) {
                screen().lines(daily(series)
                        .csv(IntStream.range(0, series.dates().size()).boxed().toList()));
                return ExitCode.DONE;
            }
            show(series, screen());
            return ExitCode.DONE;
        }

        private static Table<Integer> daily(ExposureSeries series) {
            return Table.of(Integer.class)
                    .text("date", series.dates()::get)
                    .number("gross", i -> series.gross()[i], i -> Figures.percent(series.gross()[i]))
                    .number("net", i -> series.net()[i], i -> Figures.percent(series.net()[i]))
                    .number("longs", i -> series.longs()[i], i -> Figures.percent(series.longs()[i]))
                    .number("shorts", i -> series.shorts()[i], i -> Figures.percent(series.shorts()[i]))
                    .number("positions", i -> series.positions()[i], i -> Figures.count(series.positions()[i]))
                    .number("largest", i -> series.largest()[i], i -> Figures.percent(series.largest()[i]))
                    .number(
                            "concentration",
                            i -> series.concentration()[i],
                            i -> Figures.number(series.concentration()[i], 4));
        }

        private static void show(ExposureSeries series, Screen screen) {
            screen.figures(List.of(
                    Pair.of("mean gross", Figures.percent(mean(series.gross()))),
                    Pair.of("mean net", Figures.percent(mean(series.net()))),
                    Pair.of("mean longs", Figures.percent(mean(series.longs()))),
                    Pair.of("mean shorts", Figures.percent(mean(series.shorts()))),
                    Pair.of("largest gross", Figures.percent(most(series.gross()))),
                    Pair.of("largest position", Figures.percent(most(series.largest()))),
                    Pair.of(
                            "mean positions",
                            Figures.number(
                                    Arrays.stream(series.positions()).average().orElse(0), 1)),
                    Pair.of("mean concentration", Figures.number(mean(series.concentration()), 4))));
            screen.heading("Sectors");
            screen.lines(SECTORS.lines(series.sectors(), screen.width(), screen.paint()));
            screen.heading("Top holdings");
            screen.lines(TOP.lines(series.topHoldings(), screen.width(), screen.paint()));
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
        }

        private static double most(double[] values) {
            return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
        }
    }

    /** In the order in which they closed. */
    @Command(name = "round-trips", description = "List the lives of a backtest's positions")
    public static final class RoundTrips extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().statistics().roundTrips(id, page.request()), "round_trips", TRIPS);
        }
    }

    /** Largest profit first, years in order of time. */
    @Command(name = "attribution", description = "List where a backtest's profit came from")
    public static final class Attribution extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(
                names = "--by",
                paramLabel = "WHAT",
                defaultValue = "ticker",
                description = "One of: ticker, sector, year")
        private Grouping by = Grouping.TICKER;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().statistics().attribution(id, by, page.request()), "contributions", CONTRIBUTIONS);
        }
    }
}
