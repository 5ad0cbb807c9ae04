package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Session;

/** Merges the staged rows under the next snapshot id; one import at a time. */
final class Merge {

    private final Session session;
    private final Origin origin;
    private final StagedNames names;
    private final DirectBars direct;
    private final Ledger ledger;

    Merge(Session session, Origin origin, Staged staged, Ledger ledger) {
        this.session = session;
        this.origin = origin;
        this.names = staged.names();
        this.direct = staged.direct();
        this.ledger = ledger;
    }

    /** What has come. */
    record Staged(StagedNames names, DirectBars direct) {}

    /** @return false when it has been booked before; nothing of it is to be stored then */
    boolean run(Judged judged, boolean countsActions) throws SQLException {
        Snapshots.lock(session);
        if (!ledger.open(session)) {
            return false;
        }
        long snapshot = Snapshots.next(session);
        Renames.Counts renames = Renames.run(session, snapshot);
        names.write(session, direct);
        Renames.follow(session);
        direct.settleIds();
        Repeats repeats = barRepeats(judged)
                .plus(MinuteRepeats.settle(session))
                .plus(FactRepeats.settle(session, judged.files()));
        long instruments = InstrumentMerge.run(session, origin, snapshot);
        RowCounts bars = new BarMerge(session, snapshot, direct).run(names.markets());
        RowCounts minutes = MinuteMerge.run(session, origin, snapshot);
        RowCounts actions = FactMerge.ACTIONS.run(session, snapshot);
        RowCounts members = Members.run(session, snapshot);
        RowCounts fundamentals = FactMerge.FUNDAMENTALS.run(session, snapshot);
        Set<Market> changed = new TreeSet<>(renames.markets());
        if (instruments > 0 || bars.changed() || actions.changed() || fundamentals.changed() || minutes.changed()) {
            changed.addAll(names.markets());
        }
        Accounts.Merged counts = new Accounts.Merged(
                bars.plus(minutes)
                        .plus(fundamentals)
                        .plus(members)
                        .plus(renames.rows())
                        .plus(countsActions ? counted(actions) : RowCounts.NONE),
                names.size(),
                session.number("select count(*) from staged_actions"),
                session.number("select count(*) from staged_fundamentals"));
        ledger.book(session, snapshot, Accounts.of(judged, repeats, counts), changed);
        return true;
    }

    private Repeats barRepeats(Judged judged) throws SQLException {
        if (direct.tookAll() || !names.mayRepeat()) {
            return Repeats.NONE;
        }
        Repeats ofDirect = new Repeats(direct.takeOutRepeats(), 0, Map.of(), List.of());
        return Repeats.settle(session, judged.files()).plus(ofDirect);
    }

    /** Rows that say the same again count as unchanged. */
    private RowCounts counted(RowCounts actions) throws SQLException {
        long staged = session.number("select count(*) from staged_actions");
        long repeated = staged - actions.stored() - actions.unchanged() - actions.revised();
        return actions.plus(new RowCounts(0, repeated, 0));
    }
}
