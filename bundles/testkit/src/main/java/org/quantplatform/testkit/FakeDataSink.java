package org.quantplatform.testkit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataSink;

/** Keeps everything that a source delivers. */
public final class FakeDataSink implements DataSink {

    /** A daily bar as it was delivered. */
    public record Bar(long line, Market market, String ticker, LocalDate date, BarValues values) {}

    /** A row that the source could not read. */
    public record Refusal(long line, String ticker, String date, String reason) {}

    private final int limit;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final List<Fundamental> fundamentals = new ArrayList<>();
    private final List<Rename> renames = new ArrayList<>();
    private final List<IndexMember> members = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private FakeDataSink(int limit) {
        this.limit = limit;
    }

    /** Never cancels. */
    public static FakeDataSink patient() {
        return new FakeDataSink(Integer.MAX_VALUE);
    }

    /** Cancels when it has got this many records. */
    public static FakeDataSink cancelledAfter(int records) {
        return new FakeDataSink(records);
    }

    @Override
    public void instrument(Instrument instrument) {
        instruments.add(instrument);
    }

    @Override
    public void bar(long line, Market market, String ticker, LocalDate date, BarValues values) {
        bars.add(new Bar(line, market, ticker, date, values));
    }

    @Override
    public void action(long line, CorporateAction action) {
        actions.add(action);
    }

    @Override
    public void rename(long line, Rename rename) {
        renames.add(rename);
    }

    @Override
    public void member(long line, IndexMember member) {
        members.add(member);
    }

    @Override
    public void fundamental(long line, Fundamental fundamental) {
        fundamentals.add(fundamental);
    }

    @Override
    public void refuse(long line, String ticker, String date, String reason) {
        refusals.add(new Refusal(line, ticker, date, reason));
    }

    /** Weekdays. */
    @Override
    public boolean isSession(Market market, LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean cancelled() {
        return size() >= limit;
    }

    public List<Instrument> instruments() {
        return Collections.unmodifiableList(instruments);
    }

    public List<Rename> renames() {
        return Collections.unmodifiableList(renames);
    }

    public List<IndexMember> members() {
        return Collections.unmodifiableList(members);
    }

    public List<Bar> bars() {
        return Collections.unmodifiableList(bars);
    }

    public List<CorporateAction> actions() {
        return Collections.unmodifiableList(actions);
    }

    public List<Fundamental> fundamentals() {
        return Collections.unmodifiableList(fundamentals);
    }

    public List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** Records delivered, without refused rows. */
    public int size() {
        return instruments.size()
                + bars.size()
                + actions.size()
                + renames.size()
                + members.size()
                + fundamentals.size();
    }

    /** Everything delivered, as text, kind by kind in the order of delivery. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<?> records : List.of(instruments, bars, actions, fundamentals, refusals)) {
            records.forEach(record -> lines.add(record.toString()));
        }
        return lines;
    }

    /** The kinds of which there was at least one record. */
    public Set<DataKind> kinds() {
        Set<DataKind> kinds = new TreeSet<>();
        if (!instruments.isEmpty()) {
            kinds.add(DataKind.INSTRUMENTS);
        }
        if (!bars.isEmpty()) {
            kinds.add(DataKind.DAILY_BARS);
        }
        if (!actions.isEmpty()) {
            kinds.add(DataKind.CORPORATE_ACTIONS);
        }
        if (!fundamentals.isEmpty()) {
            kinds.add(DataKind.FUNDAMENTALS);
        }
        return kinds;
    }

    public Set<Market> markets() {
        Set<Market> markets = new TreeSet<>();
        instruments.forEach(instrument -> markets.add(instrument.market()));
        bars.forEach(bar -> markets.add(bar.market()));
        actions.forEach(action -> markets.add(action.market()));
        fundamentals.forEach(fundamental -> markets.add(fundamental.market()));
        return markets;
    }
}
