package org.quantplatform.market.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quantplatform.core.data.RowWriter;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Rename;

/** Holds rows until their source has delivered all of them, so that no transaction waits for the network. */
final class HeldRows implements RowWriter {

    private final List<Row> bars = new ArrayList<>();
    private final List<Minute> minutes = new ArrayList<>();
    private final List<Consumer<RowWriter>> others = new ArrayList<>();

    @Override
    public void instrument(Instrument instrument) {
        others.add(to -> to.instrument(instrument));
    }

    @Override
    public void bar(Row row) {
        bars.add(row);
    }

    @Override
    public void minute(Minute minute) {
        minutes.add(minute);
    }

    @Override
    public void action(long line, CorporateAction action) {
        others.add(to -> to.action(line, action));
    }

    @Override
    public void rename(Rename rename) {
        others.add(to -> to.rename(rename));
    }

    @Override
    public void member(IndexMember member) {
        others.add(to -> to.member(member));
    }

    @Override
    public void fundamental(Fact fact) {
        others.add(to -> to.fundamental(fact));
    }

    void writeTo(RowWriter writer) {
        others.forEach(row -> row.accept(writer));
        bars.forEach(writer::bar);
        minutes.forEach(writer::minute);
    }
}
