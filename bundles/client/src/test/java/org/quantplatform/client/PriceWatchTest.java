package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveEvent.Type;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

class PriceWatchTest {

    private static final LiveQuery QUERY = new LiveQuery("one", Market.US, List.of("A"), 0);

    private static LivePrices prices(String address) {
        return HttpPlatform.of(ClientSettings.of(address, Optional.empty()))
                .session()
                .prices();
    }

    private static String tick(int seq) {
        return "{\"ticker\":\"A\",\"market\":\"US\",\"time\":\"2026-01-02T15:00:00Z\",\"type\":\"tick\",\"bid\":" + seq
                + ",\"seq\":" + seq + "}";
    }

    @Test
    void goesOnAfterTheLastTickWhenTheConnectionDrops() throws Exception {
        List<String> first = List.of(tick(1), tick(2));
        List<String> second = List.of(
                tick(3),
                "{\"type\":\"refused\",\"ticker\":\"B\",\"detail\":\"unknown\",\"seq\":3}",
                "{\"type\":\"down\",\"detail\":\"no key\",\"retry_seconds\":4,\"seq\":4}");
        List<LiveEvent> seen = new ArrayList<>();
        try (SocketServer server = new SocketServer("{}", List.of(first, second))) {
            BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
            LivePrices.Watch watch = prices(server.address()).watch(QUERY, events::add);
            while (seen.stream().noneMatch(event -> event.detail().equals("no key"))) {
                LiveEvent event = events.poll(30, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                seen.add(event);
            }
            watch.close();
            assertThat(server.sockets().get(0)).isEqualTo("/ws/data-stream?source=one&market=US&tickers=A&after=0");
            assertThat(server.sockets().get(1)).matches("/ws/data-stream\\?source=one&market=US&tickers=A&after=[012]");
        }
        assertThat(seen).extracting(LiveEvent::type).contains(Type.TICK, Type.DOWN);
        assertThat(seen).contains(LiveEvent.refused(3, "B", "unknown"));
        assertThat(seen).extracting(LiveEvent::detail).contains("the connection to the server was lost");
        LiveTick tick = Objects.requireNonNull(seen.stream()
                .filter(event -> event.seq() == 3 && event.type() == Type.TICK)
                .findFirst()
                .orElseThrow()
                .tick());
        assertThat(tick.bid()).isEqualTo(3);
        assertThat(tick.price()).isNaN();
        assertThat(seen.get(seen.size() - 1).retrySeconds()).isEqualTo(4);
    }

    @Test
    void endsWhenTheServerDoesNotTakeTheRequest() throws Exception {
        List<String> refusal =
                List.of("{\"type\":\"error\",\"code\":\"not_found\",\"detail\":\"there is no source 'one'\"}");
        try (SocketServer server = new SocketServer("{}", List.of(refusal, refusal))) {
            BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
            prices(server.address()).watch(QUERY, events::add);

            LiveEvent event = events.poll(30, TimeUnit.SECONDS);
            // the end of the connection may be told before what was sent last
            while (event != null && event.retrySeconds() > 0) {
                event = events.poll(30, TimeUnit.SECONDS);
            }
            assertThat(event).isEqualTo(LiveEvent.state(0, Type.DOWN, "there is no source 'one'", 0));
            assertThat(events.poll(1500, TimeUnit.MILLISECONDS))
                    .as("asked again")
                    .isNull();
        }
    }

    @Test
    void refusesAtOnceWhenTheServerCannotBeReached() throws Exception {
        String address;
        try (SocketServer server = new SocketServer("{}", List.of(List.of()))) {
            address = server.address();
        }
        assertThatThrownBy(() -> prices(address).watch(QUERY, event -> {}))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("cannot be reached");
    }
}
