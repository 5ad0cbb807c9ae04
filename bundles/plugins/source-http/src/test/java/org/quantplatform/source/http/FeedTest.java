package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.FakeStream;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;

class FeedTest {

    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Server server = new Server();
    private final Told told = new Told();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Answers no ping, and says again what it hears. */
    private static final class Server extends FakeStream {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<Peer> peers = new CopyOnWriteArrayList<>();

        Server() {
            super(0);
        }

        @Override
        protected void connected(Peer peer) {
            peers.add(peer);
        }

        @Override
        protected void said(Peer peer, String text) {
            heard.add(text);
            peer.send(text);
        }

        @Override
        protected void gone(Peer peer) {
            peers.remove(peer);
        }

        @Override
        protected boolean answersPings() {
            return false;
        }

        /** Says something to all again and again. */
        void chat() {
            long pause = MOMENT.toMillis();
            clock().scheduleWithFixedDelay(
                            () -> peers.forEach(peer -> peer.send("chat")), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Says each ticker, and takes an echo of "no" as the refusal of it. */
    private static class Talker implements Dialogue {

        private final List<String> tickers;

        Talker(List<String> tickers) {
            this.tickers = tickers;
        }

        @Override
        public List<String> hello() {
            return tickers;
        }

        @Override
        public List<String> change(List<String> wanted) {
            return wanted;
        }

        @Override
        public List<String> answer(String message) throws TickerRefused {
            if (message.equals("no")) {
                throw new TickerRefused(message, "unknown");
            }
            return List.of();
        }
    }

    /** Without pings, and content with silence for thirty moments. */
    private static final class Patient extends Talker {

        Patient(List<String> tickers) {
            super(tickers);
        }

        @Override
        public Duration pingEvery() {
            return Duration.ZERO;
        }

        @Override
        public Duration longestSilence() {
            return MOMENT.multipliedBy(30);
        }
    }

    /** Pings each moment. */
    private static final class Pinging extends Talker {

        Pinging(List<String> tickers) {
            super(tickers);
        }

        @Override
        public Duration pingEvery() {
            return MOMENT;
        }
    }

    private static final class Told implements TickSink {

        private final List<String> refused = new CopyOnWriteArrayList<>();
        private final List<String> interruptions = new CopyOnWriteArrayList<>();

        @Override
        public void tick(Tick tick) {
            throw new AssertionError(tick);
        }

        @Override
        public void refused(String ticker, String reason) {
            refused.add(ticker + ": " + reason);
        }

        @Override
        public void interrupted(String reason) {
            interruptions.add(reason);
        }

        @Override
        public void ended(String reason) {
            throw new AssertionError(reason);
        }
    }

    private Feed open(List<String> tickers, Function<List<String>, Dialogue> dialogues) {
        return Feed.open(
                new Feed.Line("test", server.address(), Secret.of("secret"), MOMENT), tickers, dialogues, told);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void sendsNoPingsToWhoWantsNoneAndTakesMessagesAsSignsOfLife() throws Exception {
        server.chat();
        try (Feed feed = open(List.of("a"), Patient::new)) {
            Thread.sleep(MOMENT.multipliedBy(60).toMillis());
            assertThat(feed.isOver()).isFalse();
        }
        assertThat(server.counters().of("pings")).isZero();
        assertThat(server.counters().of("connections")).isEqualTo(1);
        assertThat(told.interruptions).isEmpty();
    }

    @Test
    void givesUpALineThatIsSilentForTooLong() throws Exception {
        try (Feed feed = open(List.of("a"), Patient::new)) {
            await(() -> !told.interruptions.isEmpty());
            assertThat(feed.isOver()).isFalse();
        }
        assertThat(told.interruptions).startsWith("nothing is heard any more");
    }

    @Test
    void pingsAsOftenAsTheProviderWants() throws Exception {
        try (Feed feed = open(List.of("a"), Pinging::new)) {
            await(() -> server.counters().of("pings") > 2);
            assertThat(feed.isOver()).isFalse();
        }
    }

    @Test
    void asksForARefusedTickerOnlyWhenItIsNamedAnew() throws Exception {
        try (Feed feed = open(List.of("a", "no"), Pinging::new)) {
            await(() -> told.refused.size() == 1);
            server.dropAll();
            await(() -> server.heard.size() == 3);
            assertThat(server.heard).containsExactly("a", "no", "a");
            feed.change(List.of("b", "no"));
            await(() -> told.refused.size() == 2);
        }
        assertThat(server.heard).containsExactly("a", "no", "a", "b", "no");
        assertThat(told.refused).containsOnly("no: unknown");
    }

    @Test
    void mayBeClosedWhileItGetsReady() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Feed feed = open(List.of("a"), tickers -> new Talker(tickers) {
            @Override
            public void prepare() throws FeedRefused {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new FeedRefused("interrupted", false);
                }
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        feed.close();
        assertThat(feed.isOver()).isTrue();
        assertThat(server.counters().of("connections")).isZero();
        assertThat(told.interruptions).isEmpty();
    }
}
