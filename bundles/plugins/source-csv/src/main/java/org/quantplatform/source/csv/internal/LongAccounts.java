package org.quantplatform.source.csv.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A row per item of the accounts. */
final class LongAccounts implements Layout {

    private static final int MAX_ITEMS = 10_000;

    private final Records scanner;
    private final AccountRow.Reader reader;
    private final Delivery delivery;
    private final int itemColumn;
    private final int valueColumn;
    private final Map<String, String> known = new HashMap<>();

    LongAccounts(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.reader = new AccountRow.Reader(scanner, header, options, delivery);
        this.delivery = delivery;
        this.itemColumn = AccountRow.Reader.column(header, options, "item");
        this.valueColumn = AccountRow.Reader.column(header, options, "value");
    }

    @Override
    public void row() {
        AccountRow row = reader.row();
        if (row == null) {
            return;
        }
        String published = row.published().toString();
        double value;
        try {
            value = reader.rows().number(valueColumn);
        } catch (NumberFormatException e) {
            delivery.refuse(scanner.line(), row.ticker(), published, "unreadable value");
            return;
        }
        if (Double.isNaN(value)) {
            delivery.refuse(scanner.line(), row.ticker(), published, "no value");
            return;
        }
        delivery.fundamental(scanner.line(), row, item(scanner.text(itemColumn)), value);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** One string for all equal ones, as long as there are not suspiciously many. */
    private String item(String text) {
        return known.size() < MAX_ITEMS ? known.computeIfAbsent(text, LongAccounts::lowerCase) : lowerCase(text);
    }
}
