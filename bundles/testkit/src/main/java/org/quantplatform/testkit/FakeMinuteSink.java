package org.quantplatform.testkit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteSink;

/** Collects minute bars; days of the week are sessions. */
public final class FakeMinuteSink implements MinuteSink {

    private final List<Bar> bars = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final int patience;

    private FakeMinuteSink(int patience) {
        this.patience = patience;
    }

    /** A bar as it was delivered. */
    public record Bar(String ticker, Instant start, BarValues values) {}

    /** A row that the source could not read. */
    public record Refusal(String ticker, String time, String reason) {}

    /** Never cancels. */
    public static FakeMinuteSink patient() {
        return new FakeMinuteSink(Integer.MAX_VALUE);
    }

    /** Wants the work to end after so many bars. */
    public static FakeMinuteSink cancellingAfter(int bars) {
        return new FakeMinuteSink(bars);
    }

    @Override
    public void bar(String ticker, Instant start, BarValues values) {
        bars.add(new Bar(ticker, start, values));
    }

    @Override
    public void refuse(String ticker, String time, String reason) {
        refusals.add(new Refusal(ticker, time, reason));
    }

    @Override
    public boolean isSession(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean cancelled() {
        return bars.size() >= patience;
    }

    /** In the order in which they came. */
    public List<Bar> bars() {
        return List.copyOf(bars);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Of one share by time; of two bars of a minute the later one. */
    public TreeMap<Instant, BarValues> minutes(String ticker) {
        TreeMap<Instant, BarValues> minutes = new TreeMap<>();
        bars.stream().filter(bar -> bar.ticker().equals(ticker)).forEach(bar -> minutes.put(bar.start(), bar.values()));
        return minutes;
    }
}
