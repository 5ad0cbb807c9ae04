package org.quantplatform.fakes.kis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.FakeStream;
import org.quantplatform.fakes.World;

/**
 * Answers as the provider's WebSocket does, with or without a path: acknowledgements, trades of which several stand in one
 * frame with a field more than the manual lists, PINGPONG as text, 40 subscriptions, one session for each app key. It has
 * trades of Korean shares only and no notices of orders.
 */
public final class KisStream extends FakeStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRADES = "H0STCNT0";
    private static final int MOST = 40;
    private static final int FIELDS = 47;

    private final KisProvider keys;
    private final World world;
    private final Clock clock;
    private final Duration every;
    private final Map<Peer, Set<String>> topics = new ConcurrentHashMap<>();
    private final Map<Peer, String> owners = new ConcurrentHashMap<>();

    /**
     * @param port 0 for any that is free
     * @param keys gives the approval keys that are good here
     * @param every between two rounds of trades
     */
    public KisStream(int port, KisProvider keys, World korea, Clock clock, Duration every) {
        super(port);
        this.keys = keys;
        this.world = korea;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public void start() {
        super.start();
        clock().scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void connected(Peer peer) {
        counters().count("opened");
    }

    @Override
    protected void said(Peer peer, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            acknowledge(peer, "(null)", "", "OPSP9991", "JSON PARSING ERROR");
            return;
        }
        if (message.path("header").path("tr_id").asText().equals("PINGPONG")) {
            counters().count("pongs");
            return;
        }
        String service = message.path("body").path("input").path("tr_id").asText();
        String code = message.path("body").path("input").path("tr_key").asText();
        String owner = keys.owner(message.path("header").path("approval_key").asText());
        if (owner.isEmpty()) {
            acknowledge(peer, service, code, "OPSP0011", "invalid approval(appkey) : NOT FOUND");
        } else if (owners.entrySet().stream()
                .anyMatch(other -> other.getKey() != peer && other.getValue().equals(owner))) {
            acknowledge(peer, "(null)", "", "OPSP8996", "ALREADY IN USE appkey");
        } else if (!service.equals(TRADES)) {
            acknowledge(peer, service, code, "OPSP8991", "invalid tr_id");
        } else {
            owners.put(peer, owner);
            change(peer, code, message.path("header").path("tr_type").asText().equals("1"));
        }
    }

    private void change(Peer peer, String code, boolean more) {
        Set<String> mine = topics.computeIfAbsent(peer, any -> new ConcurrentSkipListSet<>());
        if (!more) {
            boolean was = mine.remove(code);
            acknowledge(
                    peer,
                    TRADES,
                    code,
                    was ? "OPSP0001" : "OPSP0003",
                    was ? "UNSUBSCRIBE SUCCESS" : "UNSUBSCRIBE ERROR (not found!)");
        } else if (mine.contains(code)) {
            acknowledge(peer, TRADES, code, "OPSP0002", "ALREADY IN SUBSCRIBE");
        } else if (mine.size() == MOST) {
            acknowledge(peer, TRADES, code, "OPSP0008", "MAX SUBSCRIBE OVER");
        } else if (world.find(code).isEmpty()) {
            acknowledge(peer, TRADES, code, "OPSP8992", "invalid tr_key");
        } else {
            mine.add(code);
            acknowledge(peer, TRADES, code, "OPSP0000", "SUBSCRIBE SUCCESS");
        }
    }

    private static void acknowledge(Peer peer, String service, String code, String number, String message) {
        boolean good = number.equals("OPSP0000") || number.equals("OPSP0001");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rt_cd", good ? "0" : number.equals("OPSP8996") ? "9" : "1");
        body.put("msg_cd", number);
        body.put("msg1", message);
        if (good) {
            body.put("output", Map.of("iv", "0123456789abcdef", "key", "abcdefghijklmnopqrstuvwxyz012345"));
        }
        peer.send(written(Map.of("header", Map.of("tr_id", service, "tr_key", code, "encrypt", "N"), "body", body)));
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void gone(Peer peer) {
        topics.remove(peer);
        owners.remove(peer);
    }

    private void round() {
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(Country.KR.zone()));
        topics.forEach((peer, mine) -> {
            String stamp = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(now);
            peer.send(written(Map.of("header", Map.of("tr_id", "PINGPONG", "datetime", stamp))));
            List<String> records = new TreeSet<>(mine)
                    .stream().map(code -> record(code, stamp)).collect(Collectors.toList());
            if (!records.isEmpty()) {
                peer.send(
                        String.format(Locale.ROOT, "0|%s|%03d|%s", TRADES, records.size(), String.join("^", records)));
            }
        });
    }

    private String record(String code, String stamp) {
        List<Bar> bars = world.find(code).orElseThrow().bars(LocalDate.MIN, LocalDate.now(clock));
        long price = Math.round(bars.get(bars.size() - 1).close());
        String[] fields = new String[FIELDS];
        Arrays.fill(fields, "0");
        fields[0] = code;
        fields[1] = stamp.substring(8);
        fields[2] = String.valueOf(price);
        fields[10] = String.valueOf(price + 100);
        fields[11] = String.valueOf(price - 100);
        fields[12] = "120";
        fields[33] = stamp.substring(0, 8);
        return String.join("^", fields);
    }
}
