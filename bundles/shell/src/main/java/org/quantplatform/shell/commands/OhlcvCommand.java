package org.quantplatform.shell.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: an instrument's bars of days, months or quarters, or of parts of a day. */
@Command(name = "ohlcv", description = "Show an instrument's bars")
public final class OhlcvCommand extends QuantCommand {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Table<Bar> DAYS = prices(Table.of(Bar.class).text("date", Bar::day));
    private static final Table<Bar> TIMES = prices(Table.of(Bar.class).shown("time", Bar::time, Bar::local));

    @Parameters(paramLabel = "TICKER", description = "Ticker in its market")
    private String ticker = "";

    @Option(names = "--market", paramLabel = "CODE", defaultValue = "US", description = "Market, US otherwise")
    private Market market = Market.US;

    @Option(names = "--start", paramLabel = "DATE", description = "First day; of parts of a day also a time")
    private @Nullable Moment start;

    @Option(names = "--end", paramLabel = "DATE", description = "Last day; of parts of a day also a time")
    private @Nullable Moment end;

    @Option(
            names = "--timeframe",
            paramLabel = "UNIT",
            defaultValue = "1d",
            description = "1m, 5m, 15m, 1h, 1d, 1mo or 1q; a part of a day stands at its start, a month or quarter on"
                    + " its last day with a bar")
    private String timeframe = Timeframe.DAY.code();

    @Option(names = "--adjust", paramLabel = "HOW", defaultValue = "none", description = "none, split or all")
    private Adjust adjust = Adjust.NONE;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "Most bars of parts of a day, 1000 otherwise; it says where the next ones begin")
    private @Nullable Integer limit;

    @Option(names = "--as-of", paramLabel = "WHEN", description = "Snapshot, day or time: as the bars were stored then")
    private @Nullable String asOf;

    /** A bar of a day, or of a part of one, which is shown by the clock of the exchange. */
    private record Bar(
            @Nullable LocalDate day,
            @Nullable Instant time,
            String local,
            double open,
            double high,
            double low,
            double close,
            double volume) {}

    private static Table<Bar> prices(Table<Bar> table) {
        return table.number("open", Bar::open, b -> Figures.number(b.open(), 4))
                .number("high", Bar::high, b -> Figures.number(b.high(), 4))
                .number("low", Bar::low, b -> Figures.number(b.low(), 4))
                .number("close", Bar::close, b -> Figures.number(b.close(), 4))
                .number("volume", Bar::volume, b -> Figures.number(b.volume(), 0));
    }

    @Override
    int run() {
        AsOf then = asOf == null ? null : AsOf.parse("as_of", asOf);
        Timeframe unit = Timeframe.parse("timeframe", timeframe);
        return unit.isIntraday() ? times(unit, then) : days(unit, then);
    }

    private int days(Timeframe unit, @Nullable AsOf then) {
        LocalDate from = day("--start", start);
        LocalDate to = day("--end", end);
        if (from != null && to != null && to.isBefore(from)) {
            throw usage("--end " + end + " is before --start " + start);
        }
        if (limit != null) {
            throw usage("--limit is for parts of a day only");
        }
        OhlcvSeries series = session().data().ohlcv(new OhlcvQuery(market, ticker, from, to, unit, adjust, then));
        if (printed(series)) {
            return ExitCode.DONE;
        }
        show(DAYS, bars(series), title(series.ticker(), series.currency(), series.synthetic()));
        return ExitCode.DONE;
    }

    private @Nullable LocalDate day(String option, @Nullable Moment moment) {
        if (moment != null && moment.day() == null) {
            throw usage(option + " must be a day, but for parts of a day");
        }
        return moment == null ? null : moment.day();
    }

    private int times(Timeframe unit, @Nullable AsOf then) {
        if (adjust != Adjust.NONE) {
            throw usage("--adjust must be none: parts of a day are shown as they were stated");
        }
        IntradaySeries series = session()
                .data()
                .intraday(new IntradayQuery(
                        market,
                        ticker,
                        start == null ? null : start.start(market),
                        end == null ? null : end.end(market),
                        unit,
                        limit == null ? IntradayQuery.USUAL : limit,
                        then));
        if (printed(series)) {
            return ExitCode.DONE;
        }
        String title = title(series.ticker(), series.currency(), series.synthetic());
        show(TIMES, bars(series), title + ", times of " + series.timeZone());
        if (series.next() != null && !globals().csv()) {
            screen().line("more; --start " + series.next() + " shows them");
        }
        return ExitCode.DONE;
    }

    private String title(String name, String currency, boolean synthetic) {
        return name + " in " + currency + ", adjusted " + Labels.of(adjust)
                + (synthetic ? ", " + screen().paint().yellow("synthetic prices") : "");
    }

    private void show(Table<Bar> table, List<Bar> bars, String title) {
        if (globals().csv()) {
            screen().lines(table.csv(bars));
            return;
        }
        screen().line(title);
        screen().lines(table.lines(bars, screen().width(), screen().paint()));
    }

    private static List<Bar> bars(OhlcvSeries s) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < s.dates().size(); i++) {
            bars.add(new Bar(
                    s.dates().get(i), null, "", s.open()[i], s.high()[i], s.low()[i], s.close()[i], s.volume()[i]));
        }
        return bars;
    }

    private static List<Bar> bars(IntradaySeries s) {
        ZoneId zone = ZoneId.of(s.timeZone());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < s.times().size(); i++) {
            Instant time = s.times().get(i);
            bars.add(new Bar(
                    null,
                    time,
                    LOCAL.format(time.atZone(zone)),
                    s.open()[i],
                    s.high()[i],
                    s.low()[i],
                    s.close()[i],
                    s.volume()[i]));
        }
        return bars;
    }
}
