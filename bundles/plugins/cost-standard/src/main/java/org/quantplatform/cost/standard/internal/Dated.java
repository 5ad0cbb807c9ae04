package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.spi.PluginException;

/** A rate that changed over time: each row holds from its day until the next one. */
final class Dated {

    private final String name;
    private final TreeMap<LocalDate, BigDecimal> rows = new TreeMap<>();

    private Dated(String name) {
        this.name = name;
    }

    static Dated of(String name) {
        return new Dated(name);
    }

    Dated from(String date, String rate) {
        rows.put(LocalDate.parse(date), new BigDecimal(rate));
        return this;
    }

    /** Refuses days before the first row rather than to guess. */
    BigDecimal on(LocalDate date) {
        Map.Entry<LocalDate, BigDecimal> row = rows.floorEntry(date);
        if (row == null) {
            throw new PluginException("the " + name + " before " + rows.firstKey()
                    + " is not known; begin later, or state the costs in basis points");
        }
        return row.getValue();
    }
}
