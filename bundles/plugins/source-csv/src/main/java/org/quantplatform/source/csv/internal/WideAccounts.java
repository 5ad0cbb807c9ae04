package org.quantplatform.source.csv.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.spi.PluginException;

/**
 * A row per company and publication, and a column per item; a cell without a value is no item. When the caller names the
 * columns of items, only those are read, else all columns, whose names are then those of items, in any case.
 */
final class WideAccounts implements Layout {

    private static final Set<String> KEYS = Set.of("ticker", "period_end", "published");

    private final Records scanner;
    private final AccountRow.Reader reader;
    private final Delivery delivery;
    private final Map<String, Integer> columns = new TreeMap<>();

    WideAccounts(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.reader = new AccountRow.Reader(scanner, header, options, delivery);
        this.delivery = delivery;
        options.columns().forEach((item, name) -> {
            if (!KEYS.contains(item)) {
                columns.put(item, header.require(item, name));
            }
        });
        if (columns.isEmpty()) {
            addAll(header);
        }
    }

    private void addAll(Header header) {
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i);
            String item = name.toLowerCase(Locale.ROOT);
            if (reader.isKey(i)) {
                continue;
            }
            if (!item.matches("[a-z][a-z0-9_]*")) {
                throw new PluginException(header.file() + ": column '" + name
                        + "' is no name of an item; name the columns to read, such as columns.revenue=Sales");
            }
            if (columns.put(item, i) != null) {
                throw new PluginException(header.file() + ": column '" + name + "' is there twice");
            }
        }
    }

    @Override
    public void row() {
        AccountRow row = reader.row();
        if (row != null) {
            columns.forEach((item, column) -> cell(row, item, column));
        }
    }

    private void cell(AccountRow row, String item, int column) {
        try {
            double value = reader.rows().number(column);
            if (!Double.isNaN(value)) {
                delivery.fundamental(scanner.line(), row, item, value);
            }
        } catch (NumberFormatException e) {
            delivery.refuse(scanner.line(), row.ticker(), row.published().toString(), "unreadable " + item);
        }
    }
}
