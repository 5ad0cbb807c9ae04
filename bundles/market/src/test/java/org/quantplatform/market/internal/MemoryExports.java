package org.quantplatform.market.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.data.ExportStore;
import org.quantplatform.core.files.Rows;

/** Gives what it is given. */
final class MemoryExports implements ExportStore {

    final List<BarRow> bars = new ArrayList<>();
    final List<MinuteRow> minutes = new ArrayList<>();
    final List<ActionRow> actions = new ArrayList<>();
    final List<FactRow> facts = new ArrayList<>();
    long snapshot = 7;
    int reads;

    @Override
    public State state(ExportQuery query) {
        return new State(snapshot, "token");
    }

    @Override
    public void bars(ExportQuery query, State state, Rows<BarRow> out) throws IOException {
        reads++;
        for (BarRow row : bars) {
            out.add(row);
        }
    }

    @Override
    public void minutes(ExportQuery query, State state, Rows<MinuteRow> out) throws IOException {
        for (MinuteRow row : minutes) {
            out.add(row);
        }
    }

    @Override
    public void actions(ExportQuery query, State state, Rows<ActionRow> out) throws IOException {
        for (ActionRow row : actions) {
            out.add(row);
        }
    }

    @Override
    public void facts(ExportQuery query, State state, Rows<FactRow> out) throws IOException {
        for (FactRow row : facts) {
            out.add(row);
        }
    }
}
