package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.OrderNotice;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;

/** What every source of live prices keeps to, against a server on this machine. */
public abstract class TickSourceContract {

    private static final Duration SOON = Duration.ofSeconds(60);

    protected abstract TickSource source();

    protected abstract Market market();

    /** Two shares that the server tells prices of. */
    protected abstract List<String> tickers();

    /** The price that the server tells of a share. */
    protected abstract double price(String ticker);

    /** Ends all connections without a word. */
    protected abstract void dropConnections();

    /** Connections that the server has seen. */
    protected abstract long connections();

    /** Keeps what comes. */
    public static final class Collected implements TickSink {

        private final List<Tick> ticks = Collections.synchronizedList(new ArrayList<>());
        private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
        private final List<OrderNotice> notices = Collections.synchronizedList(new ArrayList<>());
        private final List<String> interruptions = Collections.synchronizedList(new ArrayList<>());
        private final List<String> ends = Collections.synchronizedList(new ArrayList<>());

        /** Empty. */
        public Collected() {}

        @Override
        public void tick(Tick tick) {
            ticks.add(tick);
        }

        @Override
        public void refused(String ticker, String reason) {
            refusals.add(ticker + ": " + reason);
        }

        @Override
        public void notice(OrderNotice notice) {
            notices.add(notice);
        }

        @Override
        public void interrupted(String reason) {
            interruptions.add(reason);
        }

        @Override
        public void ended(String reason) {
            ends.add(reason);
        }

        public List<Tick> ticks() {
            synchronized (ticks) {
                return List.copyOf(ticks);
            }
        }

        /** Each with its ticker. */
        public List<String> refusals() {
            return List.copyOf(refusals);
        }

        public List<OrderNotice> notices() {
            synchronized (notices) {
                return List.copyOf(notices);
            }
        }

        public List<String> interruptions() {
            return List.copyOf(interruptions);
        }

        public List<String> ends() {
            return List.copyOf(ends);
        }

        Set<String> tickers() {
            Set<String> all = new TreeSet<>();
            ticks().forEach(tick -> all.add(tick.ticker()));
            return all;
        }
    }

    @Test
    @DisplayName("T1. tells trades of what was asked for, and of nothing else")
    void tellsTrades() throws Exception {
        Collected sink = new Collected();
        Instant before = Instant.now().minusSeconds(60);
        TickSource.Stream stream = source().stream(market(), tickers(), sink);
        try (stream) {
            await(() -> sink.tickers().size() == tickers().size());
        }
        assertThat(sink.tickers()).containsExactlyInAnyOrderElementsOf(tickers());
        assertThat(sink.ticks())
                .allMatch(tick -> tick.market() == market() && tick.time().isAfter(before));
        List<Tick> trades = sink.ticks().stream()
                .filter(tick -> !Double.isNaN(tick.price()))
                .toList();
        assertThat(trades).isNotEmpty().allSatisfy(tick -> assertThat(tick.price())
                .isCloseTo(price(tick.ticker()), within(1e-4)));
    }

    @Test
    @DisplayName("T2. is silent once it is closed")
    void isSilentOnceClosed() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(market(), tickers(), sink);
        await(() -> !sink.ticks().isEmpty());
        stream.close();
        int told = sink.ticks().size();
        await(() -> connections() > 0);
        assertThat(sink.ticks()).hasSize(told);
        assertThat(sink.ends()).isEmpty();
    }

    @Test
    @DisplayName("T3. says that it was interrupted, and goes on")
    void goesOnAfterAnInterruption() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(market(), tickers(), sink);
        try (stream) {
            await(() -> !sink.ticks().isEmpty());
            dropConnections();
            await(() -> !sink.interruptions().isEmpty());
            int told = sink.ticks().size();
            await(() -> sink.ticks().size() > told);
        }
        assertThat(connections()).isGreaterThan(1);
        assertThat(sink.ends()).isEmpty();
    }

    @Test
    @DisplayName("T5. goes on with other tickers over the same connection, or says that it cannot")
    void goesOnWithOtherTickers() throws Exception {
        String first = tickers().get(0);
        String second = tickers().get(1);
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(market(), List.of(first), sink);
        try (stream) {
            await(() -> sink.tickers().contains(first));
            if (!stream.change(List.of(second))) {
                return;
            }
            await(() -> sink.tickers().contains(second));
            assertThat(connections()).isEqualTo(1);
            assertThat(sink.interruptions()).isEmpty();
            dropConnections();
            await(() -> connections() > 1);
            int told = sink.ticks().size();
            await(() -> sink.ticks().size() > told + 5);
            assertThat(sink.ticks().subList(told, told + 5))
                    .allMatch(tick -> tick.ticker().equals(second));
        }
        assertThat(sink.ends()).isEmpty();
    }

    @Test
    @DisplayName("T4. refuses a stream of nothing")
    void refusesAStreamOfNothing() {
        assertThatThrownBy(() -> source().stream(market(), List.of(), new Collected()))
                .isInstanceOf(PluginException.class);
    }

    /** Returns when the condition holds; fails when it does not within a minute. */
    protected static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + SOON).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
