package org.quantplatform.market.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveEvent.Type;
import org.quantplatform.api.data.LivePrices.Watch;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Side;
import org.quantplatform.spi.data.OrderNotice;

class LiveHubTest {

    private static final Duration SOON = Duration.ofMillis(20);

    private final Streams streams = new Streams();
    private final Streams.Talking one = new Streams.Talking();
    private final LiveHub hub =
            new LiveHub(streams.registry(), new LiveHub.Limits(3, 2), new LiveHub.Timing(SOON, SOON, SOON, SOON));

    {
        streams.sources.put("one", one);
        streams.sources.put("silent", new Streams.Silent());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static LiveQuery query(String... tickers) {
        return new LiveQuery("one", Market.US, List.of(tickers), 0);
    }

    /** What a watcher was told. */
    private static final class Told extends CopyOnWriteArrayList<LiveEvent> {

        private static final long serialVersionUID = 1L;

        List<String> words() {
            return stream()
                    .map(event -> event.tick() == null
                            ? event.type() + " " + event.detail()
                            : event.tick().ticker() + " " + event.tick().price())
                    .toList();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void watchersShareOneStreamOfWhatAllOfThemWant() throws Exception {
        Told first = new Told();
        Told second = new Told();
        hub.watch(1, query("B", "A"), first::add);
        hub.watch(2, query("C", "B"), second::add);
        await(() -> one.opened.size() == 1);
        assertThat(one.last().tickers).containsExactly("A", "B", "C");

        one.last().trade("A", 10);
        one.last().trade("B", 20);
        one.last().trade("C", 30);
        assertThat(first.words()).containsExactly("A 10.0", "B 20.0");
        assertThat(second.words()).containsExactly("B 20.0", "C 30.0");
        assertThat(hub.streams()).singleElement().satisfies(stream -> {
            assertThat(stream.watchers()).isEqualTo(2);
            assertThat(stream.tickers()).isEqualTo(3);
            assertThat(stream.ticks()).isEqualTo(3);
            assertThat(stream.state()).isEqualTo("live");
        });
    }

    @Test
    void aFurtherTickerTakesAnotherStreamAndTheFormerOneIsNotHeard() throws Exception {
        Told first = new Told();
        hub.watch(1, query("A"), first::add);
        await(() -> one.opened.size() == 1);
        Streams.Open former = one.last();
        hub.watch(2, query("A", "B"), event -> {});
        await(() -> one.opened.size() == 2);

        assertThat(former.closed).isTrue();
        assertThat(one.last().tickers).containsExactly("A", "B");
        former.trade("A", 1);
        one.last().trade("A", 2);
        assertThat(first.words()).containsExactly("A 2.0");
    }

    @Test
    void aFurtherTickerJoinsAStreamThatCanTakeIt() throws Exception {
        one.changes = true;
        Told first = new Told();
        hub.watch(1, query("A"), first::add);
        await(() -> one.opened.size() == 1);
        hub.watch(2, query("A", "B"), event -> {});
        await(() -> one.last().tickers.equals(List.of("A", "B")));

        assertThat(one.opened).hasSize(1);
        assertThat(one.last().closed).isFalse();
        one.last().trade("A", 2);
        assertThat(first.words()).containsExactly("A 2.0");
    }

    @Test
    void refusesAWatcherWhoseTickersDoNotFitIntoTheStream() throws Exception {
        one.most = 3;
        hub.watch(1, query("A", "B"), event -> {});

        assertThatThrownBy(() -> hub.watch(2, query("B", "C", "D"), event -> {}))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED))
                .hasMessage("source 'one' streams 3 tickers at most: 2 are watched by now, and 2 more do not fit");
        hub.watch(2, query("B", "C"), event -> {});
        await(() -> !one.opened.isEmpty() && one.last().tickers.equals(List.of("A", "B", "C")));
    }

    @Test
    void theStreamEndsWithItsLastWatcher() throws Exception {
        Watch first = hub.watch(1, query("A"), event -> {});
        Watch second = hub.watch(1, query("A"), event -> {});
        await(() -> one.opened.size() == 1);
        first.close();
        Thread.sleep(5 * SOON.toMillis());
        assertThat(one.last().closed).isFalse();
        second.close();
        second.close();
        await(() -> one.last().closed);
        assertThat(hub.streams()).isEmpty();
        hub.watch(1, query("A"), event -> {});
        await(() -> one.opened.size() == 2);
    }

    @Test
    void whoComesBackIsToldTheLatestThatItHasNotSeen() throws Exception {
        Told first = new Told();
        hub.watch(1, query("A", "B"), first::add);
        await(() -> one.opened.size() == 1);
        one.last().trade("A", 10);
        one.last().trade("B", 20);
        long seen = first.get(1).seq();
        one.last().trade("A", 11);
        one.last().quote("A", 10.5);

        Told again = new Told();
        hub.watch(2, new LiveQuery("one", Market.US, List.of("A", "B"), seen), again::add);
        LiveTick tick = Objects.requireNonNull(again.get(0).tick());
        assertThat(again).hasSize(1);
        assertThat(List.of(tick.price(), tick.size(), tick.bid()))
                .as("the latest trade and the latest quote")
                .containsExactly(11.0, 100.0, 10.5);
        assertThat(again.get(0).seq()).isGreaterThan(seen);
    }

    @Test
    void tellsInterruptionsAndThatTicksComeAgain() throws Exception {
        Told told = new Told();
        hub.watch(1, query("A"), told::add);
        await(() -> one.opened.size() == 1);
        one.last().sink.interrupted("the connection is lost");
        Told late = new Told();
        hub.watch(1, query("A"), late::add);
        one.last().trade("A", 10);

        assertThat(told.words()).containsExactly("INTERRUPTED the connection is lost", "RESUMED ", "A 10.0");
        assertThat(late.words()).isEqualTo(told.words());
        assertThat(told).extracting(LiveEvent::seq).isSorted().doesNotHaveDuplicates();
        assertThat(one.opened).as("the source comes back by itself").hasSize(1);
    }

    @Test
    void aRefusedTickerIsToldToItsWatchersAndTheOthersGoOn() throws Exception {
        one.changes = true;
        Told first = new Told();
        Told second = new Told();
        hub.watch(1, query("A"), first::add);
        hub.watch(2, query("A", "B"), second::add);
        await(() -> one.opened.size() == 1);
        one.last().sink.refused("B", "unknown");
        one.last().trade("A", 10);

        assertThat(first.words()).containsExactly("A 10.0");
        assertThat(second.words()).containsExactly("REFUSED unknown", "A 10.0");
        assertThat(second.get(0).ticker()).isEqualTo("B");
        assertThat(hub.streams().get(0).tickers()).isEqualTo(1);

        one.last().sink.ended("the provider said no");
        await(() -> one.opened.size() == 2);
        assertThat(one.last().tickers).as("without the one that was refused").containsExactly("A");
        hub.watch(1, query("C"), event -> {});
        await(() -> one.last().tickers.equals(List.of("A", "C")));
        hub.watch(2, query("B"), event -> {});
        await(() -> one.last().tickers.equals(List.of("A", "B", "C")));
    }

    @Test
    void asksForARefusedTickerOverTheSameStreamWhenSomebodyBeginsToWatchIt() throws Exception {
        one.changes = true;
        hub.watch(1, query("A", "B"), event -> {});
        await(() -> one.opened.size() == 1);
        one.last().sink.refused("B", "unknown");
        one.last().tickers = List.of("A");
        hub.watch(2, query("B"), event -> {});
        await(() -> one.last().tickers.equals(List.of("A", "B")));
        assertThat(one.opened).hasSize(1);
    }

    @Test
    void aStreamOfNothingButRefusedTickersEnds() throws Exception {
        Told told = new Told();
        hub.watch(1, query("B"), told::add);
        await(() -> one.opened.size() == 1);
        one.last().sink.refused("B", "unknown");
        await(() -> one.last().closed);
        assertThat(told.words()).containsExactly("REFUSED unknown");
        assertThat(hub.streams()).singleElement().satisfies(stream -> {
            assertThat(stream.state()).isEqualTo("connecting");
            assertThat(stream.detail()).isEqualTo("nothing that is watched is streamed");
        });
        hub.watch(2, query("A"), event -> {});
        await(() -> one.opened.size() == 2);
        assertThat(one.last().tickers).containsExactly("A");
    }

    @Test
    void countsNoticesOfOrders() throws Exception {
        hub.watch(1, query("A"), event -> {});
        await(() -> one.opened.size() == 1);
        assertThat(hub.streams().get(0).latestNoticeAt()).isNull();
        Instant time = Instant.parse("2026-01-05T00:30:15Z");
        one.last()
                .sink
                .notice(new OrderNotice(Market.US, "Z", time, "12345", OrderNotice.Kind.FILLED, Side.BUY, 10, 70000));

        assertThat(hub.streams().get(0).notices()).isEqualTo(1);
        assertThat(hub.streams().get(0).latestNoticeAt()).isEqualTo(time);
        assertThat(hub.streams().get(0).ticks()).isZero();
    }

    @Test
    void aSourceThatDoesNotReturnKeepsNobodyElseWaiting() throws Exception {
        Streams.Talking stuck = new Streams.Talking();
        CountDownLatch latch = new CountDownLatch(1);
        stuck.held = latch;
        streams.sources.put("stuck", stuck);
        hub.watch(1, new LiveQuery("stuck", Market.US, List.of("A"), 0), event -> {});
        Thread.sleep(5 * SOON.toMillis());
        Watch other = hub.watch(2, query("A"), event -> {});
        await(() -> one.opened.size() == 1);
        other.close();
        await(() -> one.last().closed);
        assertThat(stuck.opened).isEmpty();
        latch.countDown();
        await(() -> stuck.opened.size() == 1);
    }

    @Test
    void asksASourceThatHasEndedAgain() throws Exception {
        Told told = new Told();
        hub.watch(1, query("A"), told::add);
        await(() -> one.opened.size() == 1);
        one.refusal = "the key is refused";
        one.last().sink.ended("the provider said no");
        await(() -> told.size() >= 3);
        one.refusal = null;
        await(() -> one.opened.size() == 2);
        one.last().trade("A", 10);

        assertThat(told.words()).startsWith("DOWN the provider said no", "DOWN the key is refused");
        assertThat(told.words()).endsWith("RESUMED ", "A 10.0");
        assertThat(told.stream().filter(event -> event.type() == Type.DOWN)).isNotEmpty();
    }

    @Test
    void noticesThatASourceHasLeftAndTakesTheOneThatComes() throws Exception {
        Told told = new Told();
        hub.watch(1, query("A"), told::add);
        await(() -> one.opened.size() == 1);
        streams.sources.remove("one");
        await(() -> !told.isEmpty());
        assertThat(told.get(0).detail()).contains("has left");
        assertThat(one.last().closed).isTrue();

        Streams.Talking other = new Streams.Talking();
        streams.sources.put("one", other);
        await(() -> !other.opened.isEmpty());
        other.last().trade("A", 10);
        assertThat(told.words()).endsWith("RESUMED ", "A 10.0");
    }

    @Test
    void refusesTooMuchAndWhatDoesNotStream() {
        hub.watch(1, query("A"), event -> {});
        hub.watch(1, query("A"), event -> {});
        assertThatThrownBy(() -> hub.watch(1, query("A"), event -> {}))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED));
        hub.watch(2, query("A"), event -> {});
        String[] many = IntStream.range(0, 4).mapToObj(i -> "T" + i).toArray(String[]::new);
        assertThatThrownBy(() -> hub.watch(2, query(many), event -> {})).hasMessageContaining("tickers");
        assertThatThrownBy(() -> hub.watch(2, query(), event -> {})).hasMessageContaining("tickers");
        assertThatThrownBy(() -> hub.watch(2, query(" "), event -> {})).hasMessageContaining("tickers");
        assertThatThrownBy(() -> watch("none", Market.US)).hasMessageContaining("source");
        assertThatThrownBy(() -> watch("silent", Market.US)).hasMessageContaining("does not stream");
        assertThatThrownBy(() -> watch("one", Market.KR)).hasMessageContaining("has no data of KR");
    }

    private Watch watch(String source, Market market) {
        return hub.watch(2, new LiveQuery(source, market, List.of("A"), 0), event -> {});
    }
}
