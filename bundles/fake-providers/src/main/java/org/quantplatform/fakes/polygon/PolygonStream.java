package org.quantplatform.fakes.polygon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.FakeStream;
import org.quantplatform.fakes.World;

/**
 * Answers as the provider's WebSocket does: lists of events of mixed kinds, a status per topic, one connection for each
 * key, an end to those who do not say who they are.
 */
public final class PolygonStream extends FakeStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Clock clock;
    private final Duration every;
    private final Duration patience;
    private final Map<Peer, Set<String>> topics = new ConcurrentHashMap<>();
    private volatile @Nullable Peer admitted;
    private volatile boolean revoked;
    private volatile boolean spoilt;
    private long sequence;

    /**
     * @param port 0 for any that is free
     * @param every between two rounds of events
     * @param patience until who has not authenticated is sent away
     */
    public PolygonStream(int port, World world, Clock clock, Duration every, Duration patience) {
        super(port);
        this.world = world;
        this.clock = clock;
        this.every = every;
        this.patience = patience;
    }

    @Override
    public void start() {
        super.start();
        clock().scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on no key is good. */
    public void revoke() {
        revoked = true;
    }

    /** From now on each list of events begins with trades that cannot be read. */
    public void spoil() {
        spoilt = true;
    }

    @Override
    protected void connected(Peer peer) {
        peer.send(written(List.of(
                told("connected", "Connected Successfully"), told("delayed", "Your plan's data is 15 minutes old."))));
        clock().schedule(() -> sendAway(peer), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendAway(Peer peer) {
        if (!topics.containsKey(peer)) {
            status(peer, "auth_timeout", "No authentication request received.");
            peer.close();
        }
    }

    @Override
    protected void said(Peer peer, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            status(peer, "error", "invalid message");
            return;
        }
        String parameters = message.path("params").asText();
        switch (message.path("action").asText()) {
            case "auth" -> admit(peer, parameters);
            case "subscribe" -> change(peer, parameters, true);
            case "unsubscribe" -> change(peer, parameters, false);
            default -> status(peer, "error", "unknown action");
        }
    }

    private synchronized void admit(Peer peer, String key) {
        if (revoked || !key.equals(PolygonProvider.KEY)) {
            counters().count("auth_failed");
            status(peer, "auth_failed", "authentication failed");
            peer.close();
        } else if (admitted != null && admitted != peer) {
            counters().count("max_connections");
            status(peer, "max_connections", "Maximum number of connections exceeded.");
            peer.close();
        } else {
            admitted = peer;
            topics.put(peer, ConcurrentHashMap.newKeySet());
            status(peer, "auth_success", "authenticated");
        }
    }

    private void change(Peer peer, String parameters, boolean more) {
        Set<String> mine = topics.get(peer);
        if (mine == null) {
            status(peer, "error", "not authorized");
            return;
        }
        for (String topic : parameters.split(",")) {
            if (more) {
                mine.add(topic);
            } else {
                mine.remove(topic);
            }
            status(peer, "success", (more ? "subscribed to: " : "unsubscribed to: ") + topic);
        }
    }

    @Override
    protected void gone(Peer peer) {
        topics.remove(peer);
        if (admitted == peer) {
            admitted = null;
        }
    }

    private static void status(Peer peer, String status, String message) {
        peer.send(written(List.of(told(status, message))));
    }

    private static Map<String, Object> told(String status, String message) {
        return Map.of("ev", "status", "status", status, "message", message);
    }

    private void round() {
        topics.forEach((peer, mine) -> {
            List<Object> events = new ArrayList<>();
            if (spoilt) {
                events.add(Map.of("ev", "T", "sym", "QZAA", "p", "dear"));
                events.add("QZAA");
            }
            for (String topic : new TreeSet<>(mine)) {
                int dot = topic.indexOf('.');
                world.find(topic.substring(dot + 1))
                        .ifPresent(company -> event(topic.substring(0, Math.max(0, dot)), company, events));
            }
            if (!events.isEmpty()) {
                peer.send(written(events));
            }
        });
    }

    private void event(String kind, Company company, List<Object> events) {
        long now = clock.millis();
        List<Bar> bars = company.bars(LocalDate.MIN, LocalDate.ofInstant(clock.instant(), Country.US.zone()));
        double price = bars.get(bars.size() - 1).close();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ev", kind);
        event.put("sym", company.ticker());
        switch (kind) {
            case "T" -> {
                event.put("x", 4);
                event.put("i", String.valueOf(sequence++));
                event.put("z", 3);
                event.put("p", price);
                event.put("s", 100);
                event.put("c", List.of(0, 12));
                event.put("t", now);
                event.put("q", sequence);
            }
            case "Q" -> {
                event.put("bx", 4);
                event.put("bp", price - 0.01);
                event.put("bs", 100);
                event.put("ax", 7);
                event.put("ap", price + 0.01);
                event.put("as", 160);
                event.put("c", 0);
                event.put("t", now);
                event.put("q", sequence++);
                event.put("z", 3);
            }
            case "AM", "A" -> {
                event.put("v", 4110);
                event.put("av", 9470157);
                event.put("op", price);
                event.put("vw", price);
                event.put("o", price);
                event.put("c", price);
                event.put("h", price);
                event.put("l", price);
                event.put("a", price);
                event.put("z", 685);
                event.put("s", now - now % 60_000);
                event.put("e", now - now % 60_000 + 60_000);
            }
            default -> {
                return;
            }
        }
        events.add(event);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
