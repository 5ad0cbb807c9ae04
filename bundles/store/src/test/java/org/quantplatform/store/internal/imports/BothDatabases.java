package org.quantplatform.store.internal.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Quality;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.panels.StoredPanels;
import org.quantplatform.store.internal.panels.TestPanels;
import org.quantplatform.store.internal.sql.Database;

/** What the same imports leave behind, told in full, to be compared between two databases. */
public final class BothDatabases {

    private static final List<String> VIEWS =
            List.of("ohlcv_data", "ohlcv_monthly", "ohlcv_quarterly", "performance_daily");

    private final Database database;
    private final Path folder;

    public BothDatabases(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Bars of some days, and a split. */
    public void store(List<Row> rows, LocalDate split) {
        new Importing(database).run(PriceBasis.RAW, Importing.judged(rows.size()), writer -> {
            rows.forEach(writer::bar);
            writer.action(1, new CorporateAction(Market.US, "A", split, Kind.SPLIT, 2));
        });
    }

    public void rollUp() {
        Rollups.refresh(database);
    }

    public List<String> answers(long snapshots) {
        List<String> told = new ArrayList<>();
        VIEWS.forEach(view -> told.addAll(rows("select t::text from " + view + " t")));
        told.addAll(rows("select t::text from (select * from ohlcv_revisions) t"));
        told.addAll(rows("select t::text from market_totals t"));
        for (long snapshot = 1; snapshot <= snapshots; snapshot++) {
            told.add(panel(snapshot, Quality.ALL));
            told.add(panel(snapshot, Quality.STRICT));
            told.add(bars("A", AsOf.snapshot(snapshot)));
            told.add(new StoredMarket(database)
                    .diff(new DiffQuery(Market.US, snapshot - 1, snapshot, null), PageRequest.FIRST)
                    .toString());
        }
        told.add(bars("B", null));
        return told;
    }

    private List<String> rows(String query) {
        return database.read(session ->
                session.list("select x from (" + query + ") q (x) order by x collate \"C\"", row -> row.getString(1)));
    }

    private String panel(long snapshot, Quality quality) {
        StoredPanels panels = TestPanels.in(database, folder);
        return panels.load(new PanelQuery(snapshot, Market.US, List.of(), null, Set.of(), quality))
                .digest();
    }

    private String bars(String ticker, @Nullable AsOf asOf) {
        Optional<OhlcvSeries> series =
                new StoredMarket(database).bars(new OhlcvQuery(Market.US, ticker, null, null, Adjust.SPLIT, asOf));
        return series.map(s -> s.dates()
                        + Arrays.toString(s.open())
                        + Arrays.toString(s.close())
                        + Arrays.toString(s.volume()))
                .orElse("none");
    }
}
