package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Session;

/** Books a merge in its own transaction. */
public interface Ledger {

    /** False when it has been booked before, so that nothing is to be merged. */
    boolean open(Session session) throws SQLException;

    /** @param changed markets of which anything is different now */
    void book(Session session, long snapshot, Accounts accounts, Set<Market> changed) throws SQLException;
}
