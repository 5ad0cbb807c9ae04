package org.quantplatform.market.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.RowWriter.Minute;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.market.internal.AskedSink.Asked;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteSink;

/** Takes the minute bars of a source, judges each and holds the good ones; what was not asked for is only counted. */
final class AskedMinutes implements MinuteSink {

    private static final int ROWS_BETWEEN_LOOKS = 4096;
    private static final int MAX_REASON = 100;
    private static final int MINUTE = 60;

    private final Judge judge;
    private final Market market;
    private final Asked asked;
    private final BooleanSupplier cancelled;
    private final HeldRows rows = new HeldRows();
    private final Tally tally = new Tally(List.of());
    private long surplus;

    /** @param asked by ticker and session */
    AskedMinutes(Judge judge, Market market, Asked asked, BooleanSupplier cancelled) {
        this.judge = judge;
        this.market = market;
        this.asked = asked;
        this.cancelled = cancelled;
    }

    Delivered delivered() {
        return new Delivered(rows::writeTo, tally.judged(), surplus, List.of());
    }

    @Override
    public void bar(String ticker, Instant start, BarValues bar) {
        String name = ticker.strip();
        LocalDate session = start.atZone(market.zone()).toLocalDate();
        if (!asked.bar(name, session)) {
            surplus++;
            return;
        }
        receive();
        String refusal = refusal(name, start, session, bar);
        if (refusal != null) {
            tally.refuse(place(name, start.toString()), refusal);
            return;
        }
        List<String> flags = Judge.flags(bar);
        String flag = flags.isEmpty() ? null : tally.flag(place(name, start.toString()), flags);
        rows.minute(new Minute(
                market,
                name,
                start.getEpochSecond(),
                Judge.price(bar.open()),
                Judge.price(bar.high()),
                Judge.price(bar.low()),
                bar.close(),
                Judge.volume(bar.volume()),
                flag));
    }

    private @Nullable String refusal(String ticker, Instant start, LocalDate session, BarValues bar) {
        boolean full = start.getEpochSecond() % MINUTE == 0 && start.getNano() == 0;
        return full ? judge.refusal(market, ticker, session, bar.close()) : "not at a full minute";
    }

    @Override
    public void refuse(String ticker, String time, String reason) {
        receive();
        tally.refuse(place(ticker, time), reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON));
    }

    @Override
    public boolean isSession(LocalDate date) {
        return judge.isSession(market, date);
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    private void receive() {
        tally.receive();
        if (tally.received() % ROWS_BETWEEN_LOOKS == 0 && cancelled()) {
            throw new ImportSink.Stopped();
        }
    }

    private static Tally.Place place(String ticker, String time) {
        return new Tally.Place(-1, 0, ticker, time);
    }
}
