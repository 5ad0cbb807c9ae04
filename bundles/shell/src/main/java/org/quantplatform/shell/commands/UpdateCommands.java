package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.RequestDocument;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.ImportView;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: keeping bars up to date, and what is missing of them. */
public final class UpdateCommands {

    private static final Table<DataStatus> STATUS = Table.of(DataStatus.class)
            .text("market", DataStatus::market)
            .number("instruments", DataStatus::instruments, s -> Figures.count(s.instruments()))
            .number("bars", DataStatus::bars, s -> Figures.count(s.bars()))
            .text("first_date", DataStatus::firstDate)
            .text("last_date", DataStatus::lastDate)
            .text("last_session", DataStatus::lastSession)
            .number("current", DataStatus::current, s -> Figures.count(s.current()))
            .number("behind", DataStatus::behind, s -> Figures.count(s.behind()))
            .text("complete_to", DataStatus::completeTo)
            .text("sources", s -> String.join(", ", s.sources()))
            .text("last_update", DataStatus::lastUpdate);

    private static final Table<UpdateReport> UPDATES = Table.of(UpdateReport.class)
            .text("update_id", UpdateReport::updateId)
            .text("market", UpdateReport::market)
            .text("mode", u -> Labels.of(u.mode()))
            .text("timeframe", UpdateReport::timeframe)
            .text("status", u -> Labels.of(u.status()))
            .number("requested", UpdateReport::requested, u -> Figures.count(u.requested()))
            .number("received", UpdateReport::received, u -> Figures.count(u.received()))
            .number("stored", UpdateReport::stored, u -> Figures.count(u.stored()))
            .number("unchanged", UpdateReport::unchanged, u -> Figures.count(u.unchanged()))
            .number("revised", UpdateReport::revised, u -> Figures.count(u.revised()))
            .number("refused", UpdateReport::refused, u -> Figures.count(u.refused()))
            .number("absent", UpdateReport::absent, u -> Figures.count(u.absent()))
            .shown("created_at", UpdateReport::createdAt, u -> Figures.time(u.createdAt()));

    private static final Table<Part> PARTS = Table.of(Part.class)
            .number(
                    "part",
                    p -> p.chunk().number(),
                    p -> Integer.toString(p.chunk().number()))
            .text("kind", p -> p.chunk().kind())
            .text("state", p -> p.chunk().state())
            .number(
                    "tickers",
                    p -> p.chunk().tickers().size(),
                    p -> Figures.count(p.chunk().tickers().size()))
            .text("from", p -> p.chunk().startDate())
            .text("to", p -> p.chunk().endDate())
            .text("source", p -> p.delivery() == null ? null : p.delivery().source())
            .number("received", Part::received, p -> Figures.count(p.received()))
            .text("error", p -> p.delivery() == null ? null : p.delivery().error());

    private static final int DETAILS = 20;

    private static final Table<Row> ROWS = Table.of(Row.class)
            .number("part", Row::part, r -> Integer.toString(r.part()))
            .text("source", Row::source)
            .text("ticker", r -> r.detail().ticker())
            .text("date", r -> r.detail().date())
            .text("outcome", r -> r.detail().outcome())
            .text("reason", r -> r.detail().reason());

    private static final Table<Gap> GAPS = Table.of(Gap.class)
            .text("ticker", Gap::ticker)
            .text("from", Gap::from)
            .text("to", Gap::to)
            .number("sessions", Gap::sessions, g -> Integer.toString(g.sessions()))
            .text("confirmed", g -> g.confirmed() ? "yes" : "no");

    private UpdateCommands() {}

    /** What one source delivered for a chunk; none while it has not been asked. */
    private record Part(UpdateChunk chunk, UpdateChunk.@Nullable Delivery delivery) {

        long received() {
            return delivery == null ? 0 : delivery.received();
        }

        Stream<Row> rows() {
            return delivery == null
                    ? Stream.of()
                    : delivery.details().stream().map(detail -> new Row(chunk.number(), delivery.source(), detail));
        }
    }

    /** A row that was refused or flagged. */
    private record Row(int part, String source, UpdateChunk.Detail detail) {}

    /** How complete each market is. */
    @Command(name = "status", description = "Show how complete the bars of each market are")
    public static final class Status extends QuantCommand {

        @Override
        int run() {
            List<DataStatus> markets = session().updates().status();
            PageRequest whole = new PageRequest(1, Math.max(1, markets.size()));
            return list(Page.of(markets, whole, markets.size()), "markets", STATUS);
        }
    }

    /** Common to updates and backfills. */
    abstract static class Submit extends QuantCommand {

        @Mixin
        private final UpdateScope scope = new UpdateScope();

        @Option(names = "--end", paramLabel = "DATE", description = "Last day, the latest closed session otherwise")
        private @Nullable LocalDate end;

        @Option(names = "--chunk", paramLabel = "COUNT", description = "Instruments per part, 200 to 1000 otherwise")
        private @Nullable Integer chunk;

        @Option(
                names = "--price-basis",
                paramLabel = "HOW",
                description = "What the sources did to prices: raw (otherwise), split or full")
        private @Nullable String priceBasis;

        @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
        private boolean noWait;

        abstract RequestDocument with(RequestDocument request);

        @Override
        int run() {
            RequestDocument request = scope.request()
                    .set("end_date", end)
                    .set("chunk_size", chunk)
                    .set("price_basis", priceBasis == null ? null : priceBasis.toLowerCase(Locale.ROOT));
            UpdateReport submitted = session().updates().submit(with(request).as(UpdateRequest.class));
            if (noWait) {
                if (!printed(submitted)) {
                    screen().line(submitted.updateId());
                }
                return ExitCode.DONE;
            }
            String id = submitted.updateId();
            new LongWork(host()).await(id, progress("update " + id));
            UpdateReport ended = session().updates().get(id);
            if (!printed(ended)) {
                show(ended, screen());
            }
            out().flush();
            if (ended.status() != JobStatus.COMPLETED) {
                String why = ended.error() == null ? "" : ": " + ended.error();
                throw new Failure(ExitCode.FAILED, "update " + id + " " + Labels.of(ended.status()) + why);
            }
            return ExitCode.DONE;
        }
    }

    /** Up to the latest session. */
    @Command(name = "update", description = "Bring a market's bars up to the latest session")
    public static final class Update extends Submit {

        @Option(
                names = "--start",
                paramLabel = "DATE",
                description = "First day of instruments without bars, five years before the end otherwise")
        private @Nullable LocalDate start;

        @Option(
                names = "--overlap",
                paramLabel = "SESSIONS",
                description = "Stored sessions asked for again to find corrections, 5 otherwise")
        private @Nullable Integer overlap;

        @Override
        RequestDocument with(RequestDocument request) {
            return request.set("start_date", start).set("overlap_days", overlap);
        }
    }

    /** What is missing in a range. */
    @Command(name = "backfill", description = "Load the days of a range that are missing")
    public static final class Backfill extends Submit {

        @Option(names = "--start", required = true, paramLabel = "DATE", description = "First day")
        private @Nullable LocalDate start;

        @Override
        RequestDocument with(RequestDocument request) {
            return request.set("mode", "backfill").set("start_date", start);
        }
    }

    /** All, or one with its parts. */
    @Command(name = "updates", description = "List updates, or show one and what each source delivered")
    public static final class ListUpdates extends QuantCommand {

        @Parameters(arity = "0..1", paramLabel = "UPDATE", description = "Id of an update")
        private @Nullable String id;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            if (id == null) {
                return list(session().updates().list(page.request()), "updates", UPDATES);
            }
            UpdateReport report = session().updates().get(id);
            if (printed(report)) {
                return ExitCode.DONE;
            }
            show(report, screen());
            List<Part> parts = new ArrayList<>();
            for (UpdateChunk chunk :
                    session().updates().chunks(id, page.request()).items()) {
                chunk.deliveries().forEach(delivery -> parts.add(new Part(chunk, delivery)));
                if (chunk.deliveries().isEmpty()) {
                    parts.add(new Part(chunk, null));
                }
            }
            screen().heading("Parts");
            screen().lines(PARTS.lines(parts, screen().width(), screen().paint()));
            details(parts.stream().flatMap(Part::rows).limit(DETAILS).toList(), report);
            return ExitCode.DONE;
        }

        private void details(List<Row> rows, UpdateReport report) {
            if (rows.isEmpty()) {
                return;
            }
            screen().heading("Details");
            screen().lines(ROWS.lines(rows, screen().width(), screen().paint()));
            if (report.flagged() + report.refused() > rows.size()) {
                String path = "/data/updates/" + report.updateId() + "/chunks";
                screen().line(screen().paint().dim("the first " + rows.size() + "; " + path + " has 200 of each part"));
            }
        }
    }

    /** Missing days. */
    @Command(name = "gaps", description = "List sessions of which bars are missing")
    public static final class Gaps extends QuantCommand {

        @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK, JP, VN or FX")
        private Market market = Market.US;

        @Option(
                names = "--timeframe",
                paramLabel = "UNIT",
                description = "1d (otherwise), or 1m: sessions without any minute, from an instrument's first one on")
        private String timeframe = Timeframe.DAY.code();

        @Option(names = "--ticker", paramLabel = "TICKER", description = "Only of this instrument")
        private @Nullable String ticker;

        @Option(names = "--start", paramLabel = "DATE", description = "First day, a year before the last otherwise")
        private @Nullable LocalDate start;

        @Option(names = "--end", paramLabel = "DATE", description = "Last day, the latest closed session otherwise")
        private @Nullable LocalDate end;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            GapQuery query = new GapQuery(market, Timeframe.parse("timeframe", timeframe), ticker, start, end);
            return list(session().updates().gaps(query, page.request()), "gaps", GAPS);
        }
    }

    private static void show(UpdateReport report, Screen screen) {
        screen.pairs(List.of(
                Pair.of("Update", report.updateId()),
                Pair.of(
                        "Status",
                        Labels.of(report.status()) + (report.status().ended() ? "" : " " + report.progress() + "%")),
                Pair.of(
                        "Market",
                        report.market() + ", " + Labels.of(report.mode())
                                + (Timeframe.DAY.code().equals(report.timeframe()) ? "" : " of " + report.timeframe())),
                Pair.of("Sources", String.join(", ", report.sources())),
                Pair.of(
                        "Parts",
                        report.chunksDone() + " of " + report.chunks() + " done"
                                + (report.chunksFailed() == 0 ? "" : ", " + report.chunksFailed() + " failed")),
                Pair.of("Snapshot", Figures.snapshot(report.snapshot(), report.waitsFor()))));
        if (report.error() != null) {
            screen.pairs(List.of(Pair.of("Error", report.error())));
        }
        screen.heading("Sessions");
        screen.figures(List.of(
                Pair.of("Instruments", Figures.count(report.instruments())),
                Pair.of("Requested", Figures.count(report.requested())),
                Pair.of("Absent", Figures.count(report.absent()))));
        screen.heading("Rows");
        screen.figures(List.of(
                Pair.of("Received", Figures.count(report.received())),
                Pair.of("Stored", Figures.count(report.stored())),
                Pair.of("Unchanged", Figures.count(report.unchanged())),
                Pair.of("Revised", Figures.count(report.revised())),
                Pair.of("Flagged", Figures.count(report.flagged())),
                Pair.of("Refused", Figures.count(report.refused())),
                Pair.of("Not asked for", Figures.count(report.surplus())),
                Pair.of("Corporate actions", Figures.count(report.actions()))));
        ImportView.reasons(report.reasons(), screen);
        if (!report.failures().isEmpty()) {
            screen.heading("Sources that failed");
            screen.figures(report.failures().entrySet().stream()
                    .map(e -> Pair.of(
                            e.getKey(),
                            e.getValue() == 1 ? "in 1 part" : "in " + Figures.count(e.getValue()) + " parts"))
                    .toList());
        }
    }
}
