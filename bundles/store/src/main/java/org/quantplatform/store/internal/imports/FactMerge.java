package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import org.quantplatform.store.internal.sql.Session;

/** Merges corporate actions or fundamentals: the last of several with the same key counts, a replaced one is kept. */
enum FactMerge {
    ACTIONS("staged_actions", "corporate_actions", "ex_date, kind"),
    FUNDAMENTALS("staged_fundamentals", "fundamentals", "item, period_end, published");

    private final String table;
    private final String latest;
    private final String replace;
    private final String insert;

    FactMerge(String staged, String table, String key) {
        this.table = table;
        String wanted = "wanted_" + table;
        this.latest = "create temp table " + wanted + " on commit drop as select distinct on (n.instrument_id, " + key
                + ") n.instrument_id, " + key + ", value from " + staged + " s join staged_names n using (no)"
                + " order by n.instrument_id, " + key + ", s.position desc";
        String match = "(t.instrument_id, " + prefixed("t", key) + ") = (w.instrument_id, " + prefixed("w", key)
                + ") and t.replaced_by is null";
        this.replace = "update " + table + " t set replaced_by = ? from " + wanted + " w where " + match
                + " and t.value <> w.value";
        this.insert = "insert into " + table + " (instrument_id, " + key + ", value, import_id) select instrument_id, "
                + key + ", value, ? from " + wanted + " w where not exists (select from " + table + " t where " + match
                + ")";
    }

    RowCounts run(Session session, long snapshot) throws SQLException {
        session.execute(latest);
        long wanted = session.number("select count(*) from wanted_" + table);
        long revised = session.update(replace, (int) snapshot);
        long inserted = session.update(insert, (int) snapshot);
        return new RowCounts(inserted - revised, wanted - inserted, revised);
    }

    private static String prefixed(String alias, String columns) {
        return alias + "." + columns.replace(", ", ", " + alias + ".");
    }
}
