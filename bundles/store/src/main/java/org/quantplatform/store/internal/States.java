package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.sql.Session;

/**
 * Finds the state of a market that a snapshot shows: its latest change up to the snapshot. Rows hold in a state when they
 * came up to it and were replaced after it, if ever. Panels and all other reads of the past go by the same state.
 */
final class States {

    private States() {}

    /** 0 when nothing was known of the market. */
    static long of(Session session, Market market, long snapshot) throws SQLException {
        return session.number(
                "select coalesce(max(import_id), 0) from market_changes where market = ? and import_id <= ?",
                market.name(),
                snapshot);
    }

    static long of(Session session, Market market, AsOf asOf) throws SQLException {
        return of(session, market, snapshot(session, asOf));
    }

    /** 0 when it is before the first. Refuses {@code NOT_FOUND} when it is later than the latest. */
    static long snapshot(Session session, AsOf asOf) throws SQLException {
        Long snapshot = asOf.snapshot();
        return snapshot == null ? at(session, asOf.time()) : existing(session, snapshot);
    }

    private static long at(Session session, @Nullable Instant time) throws SQLException {
        return time == null
                ? 0
                : session.number(
                        "select coalesce(max(snapshot), 0) from data_snapshots where committed_at <= ?",
                        time.atOffset(ZoneOffset.UTC));
    }

    /** Refuses {@code NOT_FOUND} when it is later than the latest. */
    static long existing(Session session, long snapshot) throws SQLException {
        if (snapshot > Snapshots.current(session)) {
            throw QuantException.notFound("snapshot", String.valueOf(snapshot));
        }
        return snapshot;
    }
}
