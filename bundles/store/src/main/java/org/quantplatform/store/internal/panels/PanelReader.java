package org.quantplatform.store.internal.panels;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Instrument;
import org.quantplatform.store.internal.InstrumentRows;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/**
 * Reads a panel as of a snapshot: the rows that came up to it, with those that a later import replaced. Rows come as
 * they lie on disk and are scattered here, which is twice as fast as to have them sorted.
 */
final class PanelReader {

    private static final String INSTRUMENTS =
            """
            select id, market, ticker, exchange, name, asset_type, sector, currency, listed, delisted, synthetic,
                   price_basis
            from instruments where market = ? and import_id <= ? and (? or ticker = any (?))
            union all
            select id, market, ticker, exchange, name, asset_type, sector, currency, listed, delisted, synthetic,
                   price_basis
            from instrument_revisions
            where market = ? and import_id <= ? and replaced_by > ? and (? or ticker = any (?))""";

    private static final String ACTIONS =
            """
            select instrument_id, ex_date, kind, value from corporate_actions
            where instrument_id = any (?) and import_id <= ? and (replaced_by is null or replaced_by > ?)
              and ex_date between ? and ?""";

    private final Session session;
    private final PanelKey key;

    private PanelReader(Session session, PanelKey key) {
        this.session = session;
        this.key = key;
    }

    /** The panel's snapshot is the key's state; refuses {@code NO_DATA} when there is no bar. */
    static MarketPanel read(Database database, BarScan bars, PanelKey key) {
        return database.write(session -> {
            BarScan.begin(session);
            return new PanelReader(session, key).read(bars);
        });
    }

    private MarketPanel read(BarScan bars) throws SQLException {
        List<Known> wanted = instruments(session, key);
        PanelGrid grid = new PanelGrid(key.market(), calendar(), wanted);
        bars.read(session, new BarQuery(key, wanted), grid);
        PanelGrid.Filled filled = grid.finish();
        List<CorporateAction> actions = actions(filled);
        List<Instrument> instruments =
                filled.instruments().stream().map(Known::instrument).toList();
        return new MarketPanel(
                filled.panel(), instruments, actions, PanelDigest.of(filled.panel(), actions), key.state());
    }

    /** In order of ticker, also those without a bar. */
    static List<Known> instruments(Session session, PanelKey key) throws SQLException {
        String market = key.market().name();
        boolean all = key.tickers().isEmpty();
        String[] tickers = key.tickers().toArray(String[]::new);
        List<Known> found = new ArrayList<>(session.list(
                INSTRUMENTS,
                InstrumentRows::known,
                market,
                key.state(),
                all,
                tickers,
                market,
                key.state(),
                key.state(),
                all,
                tickers));
        found.sort(Comparator.comparing(known -> known.instrument().ticker()));
        return found;
    }

    private int[] calendar() throws SQLException {
        return session
                .list(
                        """
                        select date from trading_dates where market = ? and import_id <= ? and date <= ?
                        order by date""",
                        row -> Columns.date(row, "date"),
                        key.market().name(),
                        key.state(),
                        key.to())
                .stream()
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
    }

    static String among(List<Known> wanted) {
        return "instrument_id = any ('{"
                + wanted.stream().map(known -> String.valueOf(known.id())).collect(Collectors.joining(",")) + "}')";
    }

    private List<CorporateAction> actions(PanelGrid.Filled filled) throws SQLException {
        Map<Integer, Known> byId = new HashMap<>();
        filled.instruments().forEach(known -> byId.put(known.id(), known));
        int[] ids = filled.instruments().stream().mapToInt(Known::id).toArray();
        LocalDate first = filled.panel().date(0);
        LocalDate last = filled.panel().date(filled.panel().days() - 1);
        List<CorporateAction> actions = new ArrayList<>();
        session.list(
                ACTIONS,
                row -> {
                    Known known = byId.get(row.getInt("instrument_id"));
                    CorporateAction action = InstrumentRows.action(row, known.instrument());
                    return known.needs(action.kind()) && actions.add(action);
                },
                ids,
                key.state(),
                key.state(),
                first,
                last);
        actions.sort(Comparator.comparing(CorporateAction::ticker)
                .thenComparing(CorporateAction::exDate)
                .thenComparing(CorporateAction::kind));
        return List.copyOf(actions);
    }
}
