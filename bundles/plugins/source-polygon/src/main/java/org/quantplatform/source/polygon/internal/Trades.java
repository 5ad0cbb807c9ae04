package org.quantplatform.source.polygon.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Dialogue;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trades and quotes. Each message is a list of events; letters mean something else in each kind of event. */
final class Trades implements Dialogue {

    private static final Logger LOG = LoggerFactory.getLogger(Trades.class);

    private final Secret key;
    private final TickSink sink;
    private List<String> tickers;
    private boolean subscribed;

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

    /** Before the key is accepted nothing is subscribed that could change. */
    @Override
    public List<String> change(List<String> wanted) {
        List<String> before = tickers;
        tickers = wanted;
        if (!subscribed) {
            return List.of();
        }
        List<String> messages = new ArrayList<>(said("subscribe", without(wanted, before)));
        messages.addAll(said("unsubscribe", without(before, wanted)));
        return messages;
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(ticker -> !others.contains(ticker)).toList();
    }

    private static List<String> said(String action, List<String> about) {
        if (about.isEmpty()) {
            return List.of();
        }
        String topics = Stream.of("Q", "T")
                .flatMap(kind -> about.stream().map(ticker -> kind + "." + ticker))
                .collect(Collectors.joining(","));
        return List.of(Messages.text(Map.of("action", action, "params", topics)));
    }

    @Override
    public List<String> answer(String message) throws UnreadableAnswer, FeedRefused {
        JsonNode events = Messages.json(message);
        if (!events.isArray()) {
            throw new UnreadableAnswer("a message is no list of events");
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode node : events) {
            try {
                answers.addAll(answer(JsonRow.of(node, "an event")));
            } catch (UnreadableAnswer e) {
                LOG.debug("an event is left out: {}", e.getMessage());
            }
        }
        return answers;
    }

    private List<String> answer(JsonRow event) throws UnreadableAnswer, FeedRefused {
        switch (event.text("ev")) {
            case "status" -> {
                return status(event);
            }
            case "T" -> sink.tick(tick(event, event.number("p"), event.number("s"), Double.NaN, Double.NaN));
            case "Q" -> sink.tick(tick(event, Double.NaN, Double.NaN, event.numberIf("bp"), event.numberIf("ap")));
            default -> {}
        }
        return List.of();
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
                subscribed = true;
                return said("subscribe", tickers);
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
