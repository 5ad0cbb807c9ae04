package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.IndexMembers;
import org.quantplatform.api.data.MarketCalendar;
import org.quantplatform.api.data.MarketRuling;
import org.quantplatform.api.data.MembersQuery;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceSteps;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingRule;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calendars, rules and indexes in the group {@code data}. */
public final class MarketCommands {

    private static final Table<TradingDay> DAYS = Table.of(TradingDay.class)
            .text("date", TradingDay::date)
            .text("state", day -> Labels.of(day.state()))
            .text("sessions", MarketCommands::sessions)
            .text("name", TradingDay::name);

    private static final Table<Fact> FACTS =
            Table.of(Fact.class).text("rule", Fact::name).text("value", Fact::value);

    private static final Table<IndexInfo> INDEXES = Table.of(IndexInfo.class)
            .text("market", IndexInfo::market)
            .text("index", IndexInfo::index)
            .number("members", IndexInfo::members, i -> Figures.count(i.members()))
            .number("current", IndexInfo::current, i -> Figures.count(i.current()))
            .text("first_date", IndexInfo::firstDate);

    private static final Table<IndexMember> MEMBERS = Table.of(IndexMember.class)
            .text("ticker", IndexMember::ticker)
            .text("from", IndexMember::from)
            .text("to", IndexMember::to);

    private MarketCommands() {}

    private record Fact(String name, String value) {}

    private static String sessions(TradingDay day) {
        return day.sessions().stream()
                .map(session -> (session.kind().equals(TradingDay.Session.REGULAR) ? "" : session.kind() + " ")
                        + session.opens() + "-" + session.closes())
                .collect(Collectors.joining(", "));
    }

    /** Days of a market. */
    @Command(name = "calendar", description = "Show a market's trading days, holidays and hours")
    public static final class Calendar extends QuantCommand {

        @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK or JP")
        private Market market = Market.US;

        @Option(names = "--from", paramLabel = "DATE", description = "First day, today otherwise")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DATE", description = "Last day, 30 days later otherwise")
        private @Nullable LocalDate to;

        @Override
        int run() {
            MarketCalendar calendar = session().data().calendar(new CalendarQuery(market, from, to));
            if (printed(calendar)) {
                return ExitCode.DONE;
            }
            if (!globals().csv()) {
                screen().line(calendar.exchange() + ", hours of " + calendar.timeZone());
            }
            return table(this, DAYS, calendar.days());
        }
    }

    /** What an exchange allows on a day. */
    @Command(name = "rules", description = "Show a market's lots, ticks, limits and settlement on a day")
    public static final class Rules extends QuantCommand {

        @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK or JP")
        private Market market = Market.US;

        @Option(names = "--date", paramLabel = "DATE", description = "The day, today otherwise")
        private @Nullable LocalDate date;

        @Option(names = "--ticker", paramLabel = "TICKER", description = "For this instrument")
        private @Nullable String ticker;

        @Override
        int run() {
            MarketRuling ruling = session().data().rules(new RulesQuery(market, ticker, date));
            return printed(ruling) ? ExitCode.DONE : table(this, FACTS, facts(ruling));
        }

        private static List<Fact> facts(MarketRuling ruling) {
            TradingRule rule = ruling.rule();
            return List.of(
                    new Fact(
                            "date", ruling.date() + " " + Labels.of(ruling.day().state())),
                    new Fact("sessions", sessions(ruling.day())),
                    new Fact("exchange", ruling.exchange()),
                    new Fact("settlement", "T+" + ruling.settlementDays()),
                    new Fact("lot", steps(rule.lots())),
                    new Fact("least shares", Figures.count((long) rule.leastShares())),
                    new Fact("tick", steps(rule.ticks())),
                    new Fact("limit", limit(rule.limit())),
                    new Fact("sessions without limit", String.valueOf(rule.freeSessions())),
                    new Fact("sold on the same day", rule.sameDaySales() ? "yes" : "no"),
                    new Fact("short sales", rule.shortSales() ? "yes" : "no"),
                    new Fact("notes", String.join(" ", rule.notes())),
                    new Fact("sources", String.join("; ", rule.sources())));
        }

        private static String steps(PriceSteps steps) {
            return steps.bands().stream()
                    .map(band -> (band.from() == 0 ? "" : "from " + Figures.upTo(band.from(), 4) + ": ")
                            + Figures.upTo(band.value(), 4))
                    .collect(Collectors.joining(", "));
        }

        private static String limit(PriceLimit limit) {
            PriceSteps amounts = limit.amounts();
            return switch (limit.method()) {
                case NONE -> "none";
                case FRACTION_INWARD, FRACTION_HALF_UP -> Figures.percent(limit.fraction());
                case AMOUNT -> amounts == null ? "" : steps(amounts);
            };
        }
    }

    /** All, or the members of one. */
    @Command(name = "indexes", description = "List indexes whose members are stored, or the members of one")
    public static final class Indexes extends QuantCommand {

        @Parameters(arity = "0..1", paramLabel = "MARKET:NAME", description = "An index, such as US:SP500")
        private @Nullable String index;

        @Option(
                names = "--date",
                paramLabel = "DATE",
                description = "Members on this day; all that ever were otherwise")
        private @Nullable LocalDate date;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            if (index == null) {
                return list(session().data().indexes(page.request()), "indexes", INDEXES);
            }
            int colon = index.indexOf(':');
            Market market = colon < 0
                    ? Market.US
                    : Market.find(index.substring(0, colon).toUpperCase(Locale.ROOT))
                            .orElseThrow(() -> usage("there is no market '" + index.substring(0, colon) + "'"));
            IndexMembers members = session().data().members(new MembersQuery(market, index.substring(colon + 1), date));
            return printed(members) ? ExitCode.DONE : table(this, MEMBERS, members.members());
        }
    }

    private static <T> int table(QuantCommand command, Table<T> table, List<T> rows) {
        boolean csv = command.globals().csv();
        command.screen()
                .lines(
                        csv
                                ? table.csv(rows)
                                : table.lines(
                                        rows,
                                        command.screen().width(),
                                        command.screen().paint()));
        return ExitCode.DONE;
    }
}
