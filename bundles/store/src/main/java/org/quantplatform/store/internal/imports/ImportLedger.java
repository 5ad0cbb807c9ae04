package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Session;

/** Of an import: its report, and its changes are seen at once. */
record ImportLedger(Origin origin) implements Ledger {

    @Override
    public boolean open(Session session) throws SQLException {
        Optional<Boolean> open = session.first(
                "select snapshot is null as open from imports where id = ? for update",
                row -> row.getBoolean("open"),
                origin.importId());
        return open.orElseThrow(() -> QuantException.notFound("import", origin.importId()));
    }

    @Override
    public void book(Session session, long snapshot, Accounts accounts, Set<Market> changed) throws SQLException {
        Snapshots.add(
                session,
                new Snapshots.State(
                        snapshot, origin.importId(), origin.source(), accounts.stored(), accounts.revised(), false));
        for (Market market : changed) {
            Snapshots.changed(session, market.name(), snapshot);
        }
        ReportRows.save(session, origin, snapshot, accounts);
    }
}
