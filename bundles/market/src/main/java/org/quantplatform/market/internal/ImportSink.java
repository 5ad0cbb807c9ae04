package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.RowWriter;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSink;

/** Takes the rows of a source, judges each and hands the good ones to the store. */
final class ImportSink implements DataSink {

    private static final int ROWS_BETWEEN_LOOKS = 4096;
    private static final int MAX_REASON = 100;

    private final Judge judge;
    private final RowWriter writer;
    private final MarketStore market;
    private final Tally tally;
    private final Course course;
    private final boolean synthetic;
    private final Set<String> named = new HashSet<>();

    /**
     * How the import goes on.
     *
     * @param file index of the file that is being read
     * @param look tells the progress; called now and then
     */
    record Course(IntSupplier file, Watch look) {

        /** Returns true when the import is to end. */
        interface Watch {
            boolean cancelled(long rows);
        }
    }

    /** Ends a source from within; no failure. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /** What judges and what takes the rows. */
    record Parts(Judge judge, RowWriter writer, MarketStore market) {}

    /** @param synthetic true when everything that comes is generated */
    ImportSink(Parts parts, Tally tally, Course course, boolean synthetic) {
        this.judge = parts.judge();
        this.writer = parts.writer();
        this.market = parts.market();
        this.tally = tally;
        this.course = course;
        this.synthetic = synthetic;
    }

    @Override
    public void instrument(Instrument i) {
        check(i.market(), i.ticker());
        boolean first = named.add(key(i.market(), i.ticker()));
        if (bare(i)) {
            Optional<Instrument> known = first ? market.instrument(i.market(), i.ticker()) : Optional.of(i);
            if (known.isPresent()) {
                // A name that says no more than the ticker must not replace what is known.
                refuseOtherCurrency(i, known.get());
                return;
            }
        }
        writer.instrument(
                synthetic == i.synthetic()
                        ? i
                        : new Instrument(
                                i.market(),
                                i.ticker(),
                                i.exchange(),
                                i.name(),
                                i.type(),
                                i.sector(),
                                i.currency(),
                                i.listed(),
                                i.delisted(),
                                synthetic));
    }

    private static void refuseOtherCurrency(Instrument stated, Instrument known) {
        if (!stated.currency().equals(known.currency())) {
            throw new PluginException(stated.ticker() + " is stored in " + known.currency()
                    + ", these prices are stated in " + stated.currency());
        }
    }

    @Override
    public void bar(long line, Market of, String ticker, LocalDate date, BarValues bar) {
        receive();
        String name = ticker.strip();
        String refusal = judge.refusal(of, name, date, bar.close());
        if (refusal != null) {
            tally.refuse(place(line, name, date.toString()), refusal);
            return;
        }
        if (synthetic && !named.contains(key(of, name))) {
            instrument(Instrument.unknownStock(of, name, of.exchange(), of.currency()));
        }
        List<String> flags = Judge.flags(bar);
        String flag = flags.isEmpty() ? null : tally.flag(place(line, name, date.toString()), flags);
        writer.bar(row(line, new Key(of, name, date), bar, flag));
    }

    private record Key(Market market, String ticker, LocalDate date) {}

    private Row row(long line, Key key, BarValues bar, @Nullable String flag) {
        return new Row(
                course.file().getAsInt(),
                line,
                key.market(),
                key.ticker(),
                (int) key.date().toEpochDay(),
                Judge.price(bar.open()),
                Judge.price(bar.high()),
                Judge.price(bar.low()),
                bar.close(),
                Judge.volume(bar.volume()),
                flag);
    }

    @Override
    public void action(long line, CorporateAction action) {
        if (line == 0) {
            look();
            check(action.market(), action.ticker());
            writer.action(action);
        } else if (takes(line, action.market(), action.ticker(), action.exDate())) {
            writer.action(line, action);
        }
    }

    @Override
    public void rename(long line, Rename rename) {
        if (takes(line, rename.market(), rename.ticker(), rename.date())) {
            writer.rename(rename);
        }
    }

    @Override
    public void member(long line, IndexMember member) {
        if (takes(line, member.market(), member.ticker(), member.from())) {
            writer.member(member);
        }
    }

    private boolean takes(long line, Market of, String ticker, LocalDate date) {
        receive();
        String refusal = judge.refusal(of, ticker, date);
        if (refusal != null) {
            tally.refuse(place(line, ticker, date.toString()), refusal);
        }
        return refusal == null;
    }

    @Override
    public void fundamental(long line, Fundamental fundamental) {
        receive();
        String refusal = judge.refusal(fundamental);
        if (refusal != null) {
            String published = fundamental.published().toString();
            tally.refuse(place(line, fundamental.ticker(), published), refusal);
            return;
        }
        writer.fundamental(new Fact(course.file().getAsInt(), line, fundamental));
    }

    @Override
    public void refuse(long line, String ticker, String date, String reason) {
        receive();
        String shown = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
        tally.refuse(place(line, ticker, date), shown);
    }

    @Override
    public boolean isSession(Market of, LocalDate date) {
        return judge.isSession(of, date);
    }

    @Override
    public boolean cancelled() {
        return course.look().cancelled(tally.received());
    }

    private void receive() {
        tally.receive();
        if (tally.received() % ROWS_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    private void look() {
        if (cancelled()) {
            throw new Stopped();
        }
    }

    private void check(Market of, String ticker) {
        if (!judge.asked(of)) {
            throw new PluginException("the source delivered " + ticker + " of market " + of + ", not asked for");
        }
    }

    private Tally.Place place(long line, String ticker, String date) {
        return new Tally.Place(course.file().getAsInt(), line, ticker, date);
    }

    private static boolean bare(Instrument i) {
        return i.name().equals(i.ticker())
                && i.type() == AssetType.STOCK
                && i.sector() == null
                && i.listed() == null
                && i.delisted() == null;
    }

    private static String key(Market market, String ticker) {
        return market + ":" + ticker;
    }
}
