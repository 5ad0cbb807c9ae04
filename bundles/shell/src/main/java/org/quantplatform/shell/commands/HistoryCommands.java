package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.model.Market;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: what was known when. */
public final class HistoryCommands {

    private static final Table<DataChange> CHANGES = Table.of(DataChange.class)
            .text("kind", DataChange::kind)
            .text("change", DataChange::change)
            .text("ticker", DataChange::ticker)
            .text("date", DataChange::date)
            .text("item", DataChange::item)
            .text("before", change -> values(change.before()))
            .text("after", change -> values(change.after()));

    private static final Table<FundamentalFact> FACTS = Table.of(FundamentalFact.class)
            .text("item", FundamentalFact::item)
            .text("period_end", FundamentalFact::periodEnd)
            .text("published", FundamentalFact::published)
            .number("value", FundamentalFact::value, f -> Figures.upTo(f.value(), 4))
            .text("snapshot", FundamentalFact::snapshot)
            .shown("learned_at", FundamentalFact::learnedAt, f -> Figures.time(f.learnedAt()));

    private HistoryCommands() {}

    private static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + Figures.upTo(value.getValue(), 6))
                .collect(Collectors.joining(", "));
    }

    /** Between two states. */
    @Command(name = "diff", description = "List what was added, revised or removed between two snapshots")
    public static final class Diff extends QuantCommand {

        @Parameters(index = "0", paramLabel = "FROM", description = "The earlier snapshot, 0 for no data")
        private long from;

        @Parameters(index = "1", paramLabel = "TO", description = "The later snapshot")
        private long to;

        @Option(names = "--market", paramLabel = "CODE", defaultValue = "US", description = "Market, US otherwise")
        private Market market = Market.US;

        @Option(names = "--ticker", paramLabel = "TICKER", description = "Only of this instrument")
        private @Nullable String ticker;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            if (from < 0 || to < from) {
                throw usage("TO must not be before FROM, and neither may be negative");
            }
            DiffQuery query = new DiffQuery(market, from, to, ticker);
            return list(session().data().diff(query, page.request()), "changes", CHANGES);
        }
    }

    /** Of one instrument. */
    @Command(name = "fundamentals", description = "List items of an instrument's accounts, now or as of a time")
    public static final class Fundamentals extends QuantCommand {

        @Parameters(paramLabel = "TICKER", description = "Ticker in its market")
        private String ticker = "";

        @Option(names = "--market", paramLabel = "CODE", defaultValue = "US", description = "Market, US otherwise")
        private Market market = Market.US;

        @Option(names = "--item", paramLabel = "NAME", description = "Only this item")
        private @Nullable String item;

        @Option(names = "--published-to", paramLabel = "DATE", description = "Public by this day")
        private @Nullable LocalDate publishedTo;

        @Option(names = "--as-of", paramLabel = "WHEN", description = "Snapshot, day or time: as they were stored then")
        private @Nullable String asOf;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            FundamentalQuery query = new FundamentalQuery(
                    market, ticker, item, publishedTo, asOf == null ? null : AsOf.parse("as_of", asOf));
            return list(session().data().fundamentals(query, page.request()), "fundamentals", FACTS);
        }
    }
}
