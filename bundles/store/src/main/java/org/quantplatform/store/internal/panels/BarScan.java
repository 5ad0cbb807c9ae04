package org.quantplatform.store.internal.panels;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/**
 * Reads the bars of a market. A large table is read over several connections, each taking some of its pages; all see the
 * state that the first one sees. Only one scan at a time does so: a second one would wait for the same processors, and
 * many could use up the connections that they wait for.
 */
final class BarScan {

    private static final int MOST_PARTS = 4;
    private static final long PAGES_PER_PART = 2048;

    private static final String PAGES = "select pg_relation_size(?::regclass) / current_setting('block_size')::bigint";

    private final Database database;
    private final long pagesPerPart;
    private final ThreadFactory readers = Daemon.threads("panel-reader");
    private final Executor threads = work -> readers.newThread(work).start();
    private final Semaphore wide = new Semaphore(1);

    BarScan(Database database) {
        this(database, PAGES_PER_PART);
    }

    BarScan(Database database, long pagesPerPart) {
        this.database = database;
        this.pagesPerPart = pagesPerPart;
    }

    /** To be called first in the transaction that {@link #read} is given. */
    static void begin(Session session) throws SQLException {
        session.execute("set transaction isolation level repeatable read");
        session.limitCopy();
    }

    void read(Session session, BarQuery query, PanelGrid grid) throws SQLException {
        long pages = pages(session, query);
        int parts = (int) Math.min(pages / pagesPerPart, Math.min(MOST_PARTS, processors()));
        if (parts < 2 || !wide.tryAcquire()) {
            copy(session, query.all(), grid);
            return;
        }
        try {
            inParts(session, ranges(query, pages, parts), query.replaced(), grid);
        } finally {
            wide.release();
        }
    }

    /** A hypertable is no row of pages. */
    private long pages(Session session, BarQuery query) throws SQLException {
        return query.wholeMarket() && database.bars() == BarStorage.PARTITIONED
                ? session.number(PAGES, query.partition())
                : 0;
    }

    private static List<String> ranges(BarQuery query, long pages, int parts) {
        List<String> ranges = new ArrayList<>();
        for (int part = 0; part < parts - 1; part++) {
            ranges.add(query.onPages(pages * part / parts, pages * (part + 1) / parts));
        }
        ranges.add(query.onPagesFrom(pages * (parts - 1) / parts));
        return ranges;
    }

    private void inParts(Session session, List<String> ranges, String last, PanelGrid grid) throws SQLException {
        String state = session.first("select pg_export_snapshot()", row -> row.getString(1))
                .orElseThrow();
        List<CompletableFuture<Void>> others = ranges.stream()
                .skip(1)
                .map(range -> CompletableFuture.runAsync(() -> copyAsOf(state, range, grid), threads))
                .toList();
        try {
            copy(session, ranges.get(0), grid);
            copy(session, last, grid);
        } finally {
            // the state is shared for as long as this transaction lasts
            join(others);
        }
    }

    private void copyAsOf(String state, String query, PanelGrid grid) {
        database.write(session -> {
            begin(session);
            session.execute("set transaction snapshot '" + state + "'");
            copy(session, query, grid);
            return state;
        });
    }

    private static void copy(Session session, String query, PanelGrid grid) throws SQLException {
        CopyReader rows = new CopyReader(session, query);
        PanelGrid.Filling filling = grid.filling();
        while (rows.next()) {
            filling.add(rows);
        }
        filling.finish();
    }

    private static void join(List<CompletableFuture<Void>> others) {
        try {
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
