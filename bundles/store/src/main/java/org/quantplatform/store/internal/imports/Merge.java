package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
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
    void run(Judged judged) throws SQLException {
        session.execute("select pg_advisory_xact_lock(" + Locks.IMPORT + ")");
        if (merged()) {
            return;
        }
        long snapshot = session.number("select coalesce(max(snapshot), 0) + 1 from imports");
        names.write(session);
        Repeats repeats = names.mayRepeat() ? Repeats.settle(session, judged.files()) : Repeats.NONE;
        repeats = repeats.plus(FactRepeats.settle(session, judged.files()));
        long instruments = InstrumentMerge.run(session, origin, snapshot);
        RowCounts bars = new BarMerge(session, snapshot).run(names.markets());
        RowCounts actions = FactMerge.ACTIONS.run(session, snapshot);
        RowCounts fundamentals = FactMerge.FUNDAMENTALS.run(session, snapshot);
        if (instruments > 0 || bars.changed() || actions.changed() || fundamentals.changed()) {
            markChanged(snapshot);
        }
        Accounts.Merged counts = new Accounts.Merged(
                bars.plus(fundamentals),
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

    private void markChanged(long snapshot) throws SQLException {
        for (Market market : names.markets()) {
            session.update("insert into market_changes (market, import_id) values (?, ?)", market.name(), snapshot);
        }
    }
}
