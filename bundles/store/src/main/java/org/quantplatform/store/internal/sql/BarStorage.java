package org.quantplatform.store.internal.sql;

import java.util.Locale;

/** Where daily bars lie. The names, columns and values that statements see are the same in both. */
public enum BarStorage {

    /** One partition of plain PostgreSQL for each market. */
    PARTITIONED,

    /** A hypertable of TimescaleDB. */
    HYPERTABLE;

    /** As faces show it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
