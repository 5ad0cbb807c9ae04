package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: the latest bars of many instruments at once. */
@Command(name = "latest", description = "Show the latest bar of each instrument of a market")
public final class LatestCommand extends QuantCommand {

    private static final Table<Bar> BARS = Table.of(Bar.class)
            .text("ticker", Bar::ticker)
            .text("date", Bar::date)
            .number("open", Bar::open, b -> Figures.number(b.open(), 4))
            .number("high", Bar::high, b -> Figures.number(b.high(), 4))
            .number("low", Bar::low, b -> Figures.number(b.low(), 4))
            .number("close", Bar::close, b -> Figures.number(b.close(), 4))
            .number("volume", Bar::volume, b -> Figures.number(b.volume(), 0))
            .text("currency", Bar::currency)
            .shown("synthetic", Bar::synthetic, b -> b.synthetic() ? "synthetic" : "");

    @Parameters(arity = "0..*", paramLabel = "TICKER", description = "Only of these; of the whole market otherwise")
    private List<String> tickers = List.of();

    @Option(names = "--market", paramLabel = "CODE", defaultValue = "US", description = "Market, US otherwise")
    private Market market = Market.US;

    @Option(names = "--as-of", paramLabel = "WHEN", description = "Snapshot, day or time: as the bars were stored then")
    private @Nullable String asOf;

    private record Bar(
            String ticker,
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            double volume,
            String currency,
            boolean synthetic) {}

    @Override
    int run() {
        AsOf then = asOf == null ? null : AsOf.parse("as_of", asOf);
        LatestBars latest = session().data().latest(new LatestQuery(market, tickers, then));
        if (printed(latest)) {
            return ExitCode.DONE;
        }
        List<Bar> bars = bars(latest);
        screen().lines(globals().csv() ? BARS.csv(bars) : BARS.lines(bars, screen().width(), screen().paint()));
        return ExitCode.DONE;
    }

    private static List<Bar> bars(LatestBars l) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < l.tickers().size(); i++) {
            bars.add(new Bar(
                    l.tickers().get(i),
                    l.dates().get(i),
                    l.open()[i],
                    l.high()[i],
                    l.low()[i],
                    l.close()[i],
                    l.volume()[i],
                    l.currencies().get(i),
                    l.synthetic()[i]));
        }
        return bars;
    }
}
