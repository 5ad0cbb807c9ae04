package org.quantplatform.source.polygon.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Dialogue;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;

/** Trades and quotes. Each message is a list of events; letters mean something else in each kind of event. */
final class Trades implements Dialogue {

    private final Secret key;
    private final List<String> tickers;
    private final TickSink sink;

    Trades(Secret key, List<String> tickers, TickSink sink) {
        this.key = key;
        this.tickers = tickers;
        this.sink = sink;
    }

    /** Speaks when spoken to. */
    @Override
    public List<String> hello() {
        return List.of();
    }

    @Override
    public List<String> answer(String message) throws UnreadableAnswer, FeedRefused {
        JsonNode events = Messages.json(message);
        if (!events.isArray()) {
            throw new UnreadableAnswer("a message is no list of events");
        }
        List<String> answers = List.of();
        for (JsonNode node : events) {
            JsonRow event = JsonRow.of(node, "an event");
            switch (event.text("ev")) {
                case "status" -> answers = status(event);
                case "T" -> sink.tick(tick(event, event.number("p"), event.number("s"), Double.NaN, Double.NaN));
                case "Q" -> sink.tick(tick(event, Double.NaN, Double.NaN, event.numberIf("bp"), event.numberIf("ap")));
                default -> {}
            }
        }
        return answers;
    }

    private static Tick tick(JsonRow event, double price, double size, double bid, double ask) throws UnreadableAnswer {
        return new Tick(Market.US, event.text("sym"), Instant.ofEpochMilli(event.whole("t")), price, size, bid, ask);
    }

    private List<String> status(JsonRow event) throws UnreadableAnswer, FeedRefused {
        String message = event.textIf("message").orElse("");
        switch (event.text("status")) {
            case "connected" -> {
                return List.of(Messages.text(Map.of("action", "auth", "params", key.reveal())));
            }
            case "auth_success" -> {
                String topics = Set.of("T", "Q").stream()
                        .sorted()
                        .flatMap(kind -> tickers.stream().map(ticker -> kind + "." + ticker))
                        .collect(Collectors.joining(","));
                return List.of(Messages.text(Map.of("action", "subscribe", "params", topics)));
            }
            case "auth_failed" -> throw new FeedRefused("the key is refused: " + message, true);
            case "auth_timeout", "max_connections" -> throw new FeedRefused(message, false);
            case "error" -> throw new FeedRefused(message, true);
            default -> {
                return List.of();
            }
        }
    }
}
