package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rolls changed bars up into months and quarters, some instruments at a time, a little after they were stored. Until then the
 * views roll them up when they are read, so that this is for speed only.
 */
@Component(service = Rollups.class, immediate = true)
public final class Rollups {

    private static final Logger LOG = LoggerFactory.getLogger(Rollups.class);
    private static final int SECONDS_BETWEEN = 5;
    private static final int INSTRUMENTS = 500;

    private static final String TAKE =
            """
            with taken as (
                delete from bar_changes
                where instrument_id in (select distinct instrument_id from bar_changes order by 1 limit ?)
                returning market, instrument_id, first_day, last_day)
            select market, date_trunc('quarter', first_day)::date as from_day,
                   (date_trunc('quarter', last_day) + interval '3 months')::date as to_day,
                   array_agg(distinct instrument_id) as ids
            from taken group by 1, 2, 3 order by 1, 2, 3""";

    private static final String ROLL =
            """
            insert into bar_rollups (instrument_id, unit, period, market, open, high, low, close, volume, bars, first_day,
                                     last_day)
            select instrument_id, ?, period, ?, open, high, low, close, volume, bars, first_day, last_day
            from rolled_bars(?, ?, ?, ?, ?)
            on conflict (instrument_id, unit, period) do update
            set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume, bars = excluded.bars, first_day = excluded.first_day,
                last_day = excluded.last_day""";

    private final Database database;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("rollups"));

    private record Part(String market, LocalDate from, LocalDate to, int[] ids) {}

    @Activate
    public Rollups(@Reference Database database) {
        this.database = database;
        thread.scheduleWithFixedDelay(this::refreshQuietly, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }

    /** Never throws, or the schedule would end. */
    private void refreshQuietly() {
        try {
            refresh(database);
        } catch (RuntimeException e) {
            LOG.debug("Bars are rolled up later: {}", e.toString());
        }
    }

    /** Returns when nothing is left to be rolled up, or when another server does it. */
    static void refresh(Database database) {
        if (database.bars() == BarStorage.HYPERTABLE) {
            AggregateRefresh.run(database);
            return;
        }
        while (database.write(Rollups::some) > 0) {
            LOG.debug("Bars of up to {} instruments were rolled up", INSTRUMENTS);
        }
    }

    /** One server at a time: of two that roll up the same bars, the one that saw the older ones may be the later to write. */
    private static int some(Session session) throws SQLException {
        if (session.number("select pg_try_advisory_xact_lock(?)::integer", Locks.ROLLUPS) == 0) {
            return 0;
        }
        List<Part> parts = session.list(
                TAKE,
                row -> new Part(
                        row.getString("market"),
                        Columns.date(row, "from_day"),
                        Columns.date(row, "to_day"),
                        Columns.ints(row, "ids")),
                INSTRUMENTS);
        for (Part part : parts) {
            for (String unit : List.of("month", "quarter")) {
                session.update(ROLL, unit, part.market(), unit, part.market(), part.ids(), part.from(), part.to());
            }
        }
        return parts.size();
    }
}
