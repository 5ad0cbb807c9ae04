package org.quantplatform.store.internal.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.store.internal.sql.Database;

/** Puts beside a panel's prices what a query names more; each item is read once and kept in memory by itself. */
final class PanelItems {

    private final Database database;
    private final PanelMemory memory;

    PanelItems(Database database, PanelMemory memory) {
        this.database = database;
        this.memory = memory;
    }

    /** The digest then covers the items too; without any it stays that of the prices. */
    MarketPanel beside(MarketPanel panel, PanelKey key, Set<Field> wanted) {
        Panel prices = panel.prices();
        Map<Field, double[]> columns = new TreeMap<>();
        List<String> digests = new ArrayList<>(List.of(panel.digest()));
        for (Field field : wanted) {
            if (prices.has(field)) {
                continue;
            }
            MarketPanel item = memory.get(key.of(field), each -> read(panel, each, field));
            if (item.prices().has(field)) {
                columns.put(field, item.prices().column(field));
                digests.add(item.digest());
            }
        }
        if (columns.isEmpty()) {
            return panel;
        }
        prices.fields().forEach(field -> columns.put(field, prices.column(field)));
        return new MarketPanel(
                with(prices, columns),
                panel.instruments(),
                panel.actions(),
                PanelDigest.joined(digests),
                panel.snapshot());
    }

    /** Without a column when nothing of the item is stored. */
    private MarketPanel read(MarketPanel panel, PanelKey key, Field field) {
        Panel prices = panel.prices();
        Map<Field, double[]> columns = new TreeMap<>();
        column(prices, key, field).ifPresent(column -> columns.put(field, column));
        Panel item = with(prices, columns);
        return new MarketPanel(item, panel.instruments(), List.of(), PanelDigest.of(item, List.of()), panel.snapshot());
    }

    private Optional<double[]> column(Panel prices, PanelKey key, Field field) {
        if (field.equals(Field.STATED_CLOSE)) {
            return Optional.of(prices.column(Field.CLOSE));
        }
        if (field.equals(Field.STATED_VOLUME)) {
            return Optional.of(prices.column(Field.VOLUME));
        }
        return database.write(session -> {
            session.limitCopy();
            AccountReader accounts = new AccountReader(session, key, prices);
            return field.equals(Field.MARKET_CAP) ? accounts.marketCap() : accounts.item(AccountField.of(field));
        });
    }

    private static Panel with(Panel prices, Map<Field, double[]> columns) {
        int[] days = new int[prices.days()];
        Arrays.setAll(days, prices::epochDay);
        return new Panel(prices.market(), days, prices.tickers(), columns);
    }
}
