package org.quantplatform.shell.view;

import java.util.List;
import java.util.Map;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.shell.view.Screen.Pair;

/** The accounting of an import. */
public final class ImportView {

    private static final int DETAILS = 20;

    private static final Table<ImportReport.Detail> DETAIL_TABLE = Table.of(ImportReport.Detail.class)
            .text("file", ImportReport.Detail::file)
            .number("line", ImportReport.Detail::line, d -> Long.toString(d.line()))
            .text("ticker", ImportReport.Detail::ticker)
            .text("date", ImportReport.Detail::date)
            .text("outcome", ImportReport.Detail::outcome)
            .text("reason", ImportReport.Detail::reason);

    private ImportView() {}

    public static void show(ImportReport report, Screen screen) {
        screen.pairs(List.of(
                Pair.of("Import", report.importId()),
                Pair.of(
                        "Status",
                        Labels.of(report.status()) + (report.status().ended() ? "" : " " + report.progress() + "%")),
                Pair.of("Source", report.source()),
                Pair.of("Snapshot", Figures.snapshot(report.snapshot(), report.waitsFor()))));
        if (report.error() != null) {
            screen.pairs(List.of(Pair.of("Error", report.error())));
        }
        screen.heading("Rows");
        screen.figures(List.of(
                Pair.of("Received", Figures.count(report.received())),
                Pair.of("Stored", Figures.count(report.stored())),
                Pair.of("Unchanged", Figures.count(report.unchanged())),
                Pair.of("Revised", Figures.count(report.revised())),
                Pair.of("Flagged", Figures.count(report.flagged())),
                Pair.of("Refused", Figures.count(report.refused())),
                Pair.of("Instruments", Figures.count(report.instruments())),
                Pair.of("Corporate actions", Figures.count(report.actions())),
                Pair.of("Fundamentals", Figures.count(report.fundamentals()))));
        details(report, screen);
    }

    /** How many rows were refused or flagged for what; nothing when none was. */
    public static void reasons(Map<String, Long> reasons, Screen screen) {
        if (!reasons.isEmpty()) {
            screen.heading("Reasons");
            screen.figures(reasons.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> Pair.of(e.getKey(), Figures.count(e.getValue())))
                    .toList());
        }
    }

    private static void details(ImportReport report, Screen screen) {
        reasons(report.reasons(), screen);
        if (report.details().isEmpty()) {
            return;
        }
        List<ImportReport.Detail> first =
                report.details().subList(0, Math.min(DETAILS, report.details().size()));
        screen.heading("Details");
        screen.lines(DETAIL_TABLE.lines(first, screen.width(), screen.paint()));
        long all = report.flagged() + report.refused();
        if (all > first.size()) {
            screen.line(screen.paint().dim("the first " + first.size() + " of " + Figures.count(all)));
        }
    }
}
