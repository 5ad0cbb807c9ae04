package org.quantplatform.shell.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: checks of the bars. */
public final class CheckCommands {

    private static final Table<CheckReport> CHECKS = Table.of(CheckReport.class)
            .text("check_id", CheckReport::checkId)
            .text("market", CheckReport::market)
            .text("status", c -> Labels.of(c.status()))
            .number("instruments", CheckReport::instruments, c -> Figures.count(c.instruments()))
            .number("bars", CheckReport::bars, c -> Figures.count(c.bars()))
            .text("findings", c -> counts(c.findings()))
            .text("snapshot", CheckReport::snapshot)
            .shown("created_at", CheckReport::createdAt, c -> Figures.time(c.createdAt()));

    private static final Table<Finding> FINDINGS = Table.of(Finding.class)
            .text("ticker", Finding::ticker)
            .text("date", Finding::date)
            .text("rule", Finding::rule)
            .text("detail", Finding::detail)
            .text("flagged", f -> f.flagged() ? "yes" : "no");

    private CheckCommands() {}

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + Figures.count(count.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Runs one and shows what it found. */
    @Command(name = "check", description = "Check a market's bars and flag what is doubtful; nothing is mended")
    public static final class Check extends QuantCommand {

        @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK, JP, VN or FX")
        private Market market = Market.US;

        @Option(names = "--ticker", split = ",", paramLabel = "TICKER", description = "Only these; all otherwise")
        private List<String> tickers = new ArrayList<>();

        @Option(names = "--start", paramLabel = "DATE", description = "First day, of the earliest bar otherwise")
        private @Nullable LocalDate start;

        @Option(names = "--end", paramLabel = "DATE", description = "Last day, of the latest bar otherwise")
        private @Nullable LocalDate end;

        @Mixin
        private final CompareOptions compare = new CompareOptions();

        @Override
        int run() {
            List<String> only = tickers.isEmpty() ? null : tickers;
            CheckRequest request = new CheckRequest(market, only, start, end, compare.asked());
            String id = session().checks().submit(request).checkId();
            new LongWork(host()).await(id, progress("check " + id));
            CheckReport ended = session().checks().get(id);
            if (!printed(ended)) {
                screen().pairs(List.of(
                        Pair.of("Check", ended.checkId()),
                        Pair.of("Status", Labels.of(ended.status())),
                        Pair.of("Instruments", Figures.count(ended.instruments())),
                        Pair.of("Bars", Figures.count(ended.bars())),
                        Pair.of("Snapshot", Figures.text(ended.snapshot()))));
                screen().heading("Findings");
                screen().figures(ended.findings().entrySet().stream()
                        .map(count -> Pair.of(count.getKey(), Figures.count(count.getValue())))
                        .toList());
                CompareOptions.show(screen(), ended.comparison());
            }
            out().flush();
            if (ended.status() != JobStatus.COMPLETED) {
                String why = ended.error() == null ? "" : ": " + ended.error();
                throw new Failure(ExitCode.FAILED, "check " + id + " " + Labels.of(ended.status()) + why);
            }
            return ExitCode.DONE;
        }
    }

    /** All, or what one found. */
    @Command(name = "checks", description = "List checks, or what one found by instrument, day and rule")
    public static final class Checks extends QuantCommand {

        @Parameters(arity = "0..1", paramLabel = "CHECK", description = "Id of a check")
        private @Nullable String id;

        @Option(names = "--rule", paramLabel = "NAME", description = "Only findings of this rule")
        private @Nullable String rule;

        @Option(names = "--ticker", paramLabel = "TICKER", description = "Only of this instrument")
        private @Nullable String ticker;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            if (id == null) {
                return list(session().checks().list(page.request()), "checks", CHECKS);
            }
            Page<Finding> findings = session().checks().findings(id, new FindingQuery(rule, ticker), page.request());
            return list(findings, "findings", FINDINGS);
        }
    }
}
