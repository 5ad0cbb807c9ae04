package org.quantplatform.store.internal.panels;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.IndexRows;
import org.quantplatform.store.internal.StoreSettings;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Panels from memory, else from disk, else from the database. What a snapshot shows never changes, so none goes stale. */
@Component(configurationPid = StoreSettings.PID)
public final class StoredPanels implements PanelSource {

    private static final long MEGABYTE = 1L << 20;

    /** Imports that left the market alone do not matter, and neither do days after the last trading day. */
    private static final String STATE =
            """
            select s.token, c.import_id,
                   (select max(d.date) from trading_dates d
                    where d.market = c.market and d.import_id <= c.import_id and d.date <= coalesce(?, d.date)) as last
            from market_changes c join data_snapshots s on s.snapshot = c.import_id
            where c.market = ? and c.import_id <= ?
            order by c.import_id desc limit 1""";

    private final Database database;
    private final BarScan bars;
    private final PanelMemory memory;
    private final PanelDisk disk;
    private final PanelItems items;

    @Activate
    public StoredPanels(BundleContext context, StoreSettings settings, @Reference Database database) {
        this(database, settings, dataFolder(context).resolve(settings.panel_folder()));
    }

    StoredPanels(Database database, StoreSettings settings, Path folder) {
        this.database = database;
        this.bars = new BarScan(database);
        this.memory = new PanelMemory(settings.panel_memory_mb() * MEGABYTE);
        this.disk = new PanelDisk(folder, settings.panel_disk_mb() * MEGABYTE, Clock.systemUTC());
        this.items = new PanelItems(database, memory);
    }

    @Deactivate
    void stop() {
        disk.close();
    }

    @Override
    public long currentSnapshot() {
        return database.read(Snapshots::current);
    }

    @Override
    public MarketPanel load(PanelQuery query) {
        PanelKey key = database.read(session -> key(session, query))
                .orElseThrow(() -> QuantException.of(
                        ErrorCode.NO_DATA, "no bar of market " + query.market() + " up to " + until(query.to())));
        MarketPanel prices = memory.get(key, this::fromDiskOrDatabase);
        MarketPanel panel = items.beside(prices, key, query.items());
        return new MarketPanel(panel.prices(), panel.instruments(), panel.actions(), panel.digest(), query.snapshot());
    }

    @Override
    public List<IndexMember> members(long snapshot, Market market, String index) {
        return database.read(session -> IndexRows.members(session, snapshot, market, index));
    }

    private MarketPanel fromDiskOrDatabase(PanelKey key) {
        Optional<MarketPanel> cached = disk.read(key);
        if (cached.isPresent()) {
            return cached.get();
        }
        MarketPanel panel = PanelReader.read(database, bars, key);
        disk.write(key, panel);
        return panel;
    }

    private static Optional<PanelKey> key(Session session, PanelQuery query) throws SQLException {
        return session
                .list(
                        STATE,
                        row -> new State(
                                row.getString("token"), row.getLong("import_id"), Columns.dateOrNull(row, "last")),
                        query.to(),
                        query.market().name(),
                        query.snapshot())
                .stream()
                .filter(state -> state.last() != null)
                .findFirst()
                .map(state -> new PanelKey(
                        query.market(),
                        state.token(),
                        state.id(),
                        state.last(),
                        query.tickers(),
                        query.quality(),
                        null));
    }

    private static String until(@Nullable LocalDate to) {
        return to == null ? "now" : to.toString();
    }

    private static Path dataFolder(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data);
    }

    private record State(String token, long id, @Nullable LocalDate last) {}
}
