package org.quantplatform.shell.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.InstrumentQuery;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.ImportView;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code data}, but for importing. */
public final class DataCommands {

    private static final Table<MarketInfo> MARKETS = Table.of(MarketInfo.class)
            .text("market", MarketInfo::market)
            .text("currency", MarketInfo::currency)
            .text("exchange", MarketInfo::exchange)
            .text("time_zone", MarketInfo::timeZone)
            .number("instruments", MarketInfo::instruments, m -> Figures.count(m.instruments()))
            .number("synthetic", MarketInfo::synthetic, m -> Figures.count(m.synthetic()))
            .number("bars", MarketInfo::bars, m -> Figures.count(m.bars()))
            .text("first_date", MarketInfo::firstDate)
            .text("last_date", MarketInfo::lastDate);

    private static final Table<Instrument> INSTRUMENTS = Table.of(Instrument.class)
            .text("market", Instrument::market)
            .text("ticker", Instrument::ticker)
            .text("name", Instrument::name)
            .text("type", i -> Labels.of(i.type()))
            .text("sector", Instrument::sector)
            .text("exchange", Instrument::exchange)
            .text("currency", Instrument::currency)
            .text("listed", Instrument::listed)
            .text("delisted", Instrument::delisted)
            .shown("synthetic", Instrument::synthetic, i -> i.synthetic() ? "synthetic" : "");

    private static final Table<SnapshotInfo> SNAPSHOTS = Table.of(SnapshotInfo.class)
            .text("snapshot", SnapshotInfo::snapshot)
            .text("import_id", SnapshotInfo::importId)
            .text("source", SnapshotInfo::source)
            .shown("at", SnapshotInfo::at, s -> Figures.time(s.at()))
            .number("stored", SnapshotInfo::stored, s -> Figures.count(s.stored()))
            .number("revised", SnapshotInfo::revised, s -> Figures.count(s.revised()))
            .text("waits_for", SnapshotInfo::waitsFor);

    private static final Table<ImportReport> IMPORTS = Table.of(ImportReport.class)
            .text("import_id", ImportReport::importId)
            .text("source", ImportReport::source)
            .text("status", i -> Labels.of(i.status()))
            .number("received", ImportReport::received, i -> Figures.count(i.received()))
            .number("stored", ImportReport::stored, i -> Figures.count(i.stored()))
            .number("unchanged", ImportReport::unchanged, i -> Figures.count(i.unchanged()))
            .number("revised", ImportReport::revised, i -> Figures.count(i.revised()))
            .number("flagged", ImportReport::flagged, i -> Figures.count(i.flagged()))
            .number("refused", ImportReport::refused, i -> Figures.count(i.refused()))
            .shown("created_at", ImportReport::createdAt, i -> Figures.time(i.createdAt()));

    private DataCommands() {}

    /** What is stored of each. */
    @Command(name = "markets", description = "List the markets and what is stored of each")
    public static final class Markets extends QuantCommand {

        @Override
        int run() {
            List<MarketInfo> markets = session().data().markets();
            PageRequest whole = new PageRequest(1, Math.max(1, markets.size()));
            return list(Page.of(markets, whole, markets.size()), "markets", MARKETS);
        }
    }

    /** In order of market and ticker. */
    @Command(name = "instruments", description = "List instruments")
    public static final class Instruments extends QuantCommand {

        @Option(names = "--market", paramLabel = "CODE", description = "Only of this market")
        private @Nullable Market market;

        @Option(names = "--sector", paramLabel = "NAME", description = "Only of this sector")
        private @Nullable String sector;

        @Option(names = "--search", paramLabel = "TEXT", description = "Part of ticker or name")
        private @Nullable String search;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            InstrumentQuery query = new InstrumentQuery(market, sector, search);
            return list(session().data().instruments(query, page.request()), "instruments", INSTRUMENTS);
        }
    }

    /** States of the data. */
    @Command(name = "snapshots", description = "List the states of the data after each import")
    public static final class Snapshots extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().data().snapshots(page.request()), "snapshots", SNAPSHOTS);
        }
    }

    /** All, or the accounting of one. */
    @Command(name = "imports", description = "List imports, or show one and every row it refused or flagged")
    public static final class Imports extends QuantCommand {

        @Parameters(arity = "0..1", paramLabel = Values.IMPORT, description = "Id of an import")
        private @Nullable String id;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            if (id == null) {
                return list(session().data().imports(page.request()), "imports", IMPORTS);
            }
            ImportReport report = session().data().getImport(id);
            if (!printed(report)) {
                ImportView.show(report, screen());
            }
            return ExitCode.DONE;
        }
    }
}
