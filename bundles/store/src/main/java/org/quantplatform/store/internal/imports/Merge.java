package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.Session;

/** Merges the staged rows under the next snapshot id; one import at a time. */
final class Merge {

    private final Session session;
    private final Origin origin;
    private final StagedNames names;

    Merge(Session session, Origin origin, StagedNames names) {
        this.session = session;
        this.origin = origin;
        this.names = names;
    }

    /** Does nothing when this import has been merged before. */
    void run(Judged judged, boolean countsActions) throws SQLException {
        session.execute("select pg_advisory_xact_lock(" + Locks.IMPORT + ")");
        if (merged()) {
            return;
        }
        long snapshot = session.number("select coalesce(max(snapshot), 0) + 1 from imports");
        Renames.Counts renames = Renames.run(session, snapshot);
        names.write(session);
        Renames.follow(session);
        Repeats repeats = names.mayRepeat() ? Repeats.settle(session, judged.files()) : Repeats.NONE;
        repeats = repeats.plus(FactRepeats.settle(session, judged.files()));
        long instruments = InstrumentMerge.run(session, origin, snapshot);
        RowCounts bars = new BarMerge(session, snapshot).run(names.markets());
        RowCounts actions = FactMerge.ACTIONS.run(session, snapshot);
        RowCounts members = Members.run(session, snapshot);
        RowCounts fundamentals = FactMerge.FUNDAMENTALS.run(session, snapshot);
        if (instruments > 0 || bars.changed() || actions.changed() || fundamentals.changed()) {
            markChanged(names.markets(), snapshot);
        }
        markChanged(renames.markets(), snapshot);
        Accounts.Merged counts = new Accounts.Merged(
                bars.plus(fundamentals)
                        .plus(members)
                        .plus(renames.rows())
                        .plus(countsActions ? counted(actions) : RowCounts.NONE),
                names.size(),
                session.number("select count(*) from staged_actions"),
                session.number("select count(*) from staged_fundamentals"));
        ReportRows.save(session, origin, snapshot, Accounts.of(judged, repeats, counts));
    }

    private boolean merged() throws SQLException {
        Optional<Boolean> done = session.first(
                "select snapshot is not null as done from imports where id = ? for update",
                row -> row.getBoolean("done"),
                origin.importId());
        return done.orElseThrow(() -> QuantException.notFound("import", origin.importId()));
    }

    /** Rows that say the same again count as unchanged. */
    private RowCounts counted(RowCounts actions) throws SQLException {
        long staged = session.number("select count(*) from staged_actions");
        long repeated = staged - actions.stored() - actions.unchanged() - actions.revised();
        return actions.plus(new RowCounts(0, repeated, 0));
    }

    private void markChanged(Set<Market> markets, long snapshot) throws SQLException {
        for (Market market : markets) {
            session.update(
                    "insert into market_changes (market, import_id) values (?, ?) on conflict do nothing",
                    market.name(),
                    snapshot);
        }
    }
}
