package org.quantplatform.fakes.kis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.FakeStream;
import org.quantplatform.fakes.World;

/**
 * Answers as the provider's WebSocket does, with or without a path: acknowledgements, trades of which several stand in one
 * frame with a field more than the manual lists, PINGPONG as text and no answer to pings of the protocol, encrypted notices
 * of orders, 40 subscriptions, one session for each app key. It has trades of Korean shares only.
 */
public final class KisStream extends FakeStream {

    /** The customer whose orders are told of. */
    public static final String HTS_ID = "fake-hts-id";

    /** Stands in each notice. */
    public static final String ACCOUNT = "9876543201";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRADES = "H0STCNT0";
    private static final String NOTICES = "H0STCNI0";
    private static final String PAPER_NOTICES = "H0STCNI9";
    private static final int MOST = 40;
    private static final int FIELDS = 47;

    private final KisProvider keys;
    private final World world;
    private final Clock clock;
    private final Rhythm rhythm;
    private final Map<Peer, Set<Topic>> topics = new ConcurrentHashMap<>();
    private final Map<Peer, String> owners = new ConcurrentHashMap<>();
    private final Map<Peer, NoticeKey> noticeKeys = new ConcurrentHashMap<>();

    /**
     * How often what is sent.
     *
     * @param rounds of trades and notices
     * @param pings as text; the provider sends one every 110 seconds
     */
    public record Rhythm(Duration rounds, Duration pings) {}

    private record Topic(String service, String code) implements Comparable<Topic> {

        @Override
        public int compareTo(Topic other) {
            int order = service.compareTo(other.service);
            return order == 0 ? code.compareTo(other.code) : order;
        }
    }

    /** What notices of a session are encrypted with. */
    private record NoticeKey(String key, String iv) {

        static NoticeKey random() {
            String letters = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
            return new NoticeKey(letters.substring(0, 32), letters.substring(32, 48));
        }

        String encrypted(String plain) {
            try {
                Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                cipher.init(
                        Cipher.ENCRYPT_MODE,
                        new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"),
                        new IvParameterSpec(iv.getBytes(StandardCharsets.US_ASCII)));
                return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * @param port 0 for any that is free
     * @param keys gives the approval keys that are good here
     */
    public KisStream(int port, KisProvider keys, World korea, Clock clock, Rhythm rhythm) {
        super(port);
        this.keys = keys;
        this.world = korea;
        this.clock = clock;
        this.rhythm = rhythm;
    }

    @Override
    public void start() {
        super.start();
        again(this::round, rhythm.rounds());
        again(this::ping, rhythm.pings());
    }

    private void again(Runnable work, Duration pause) {
        clock().scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean answersPings() {
        return false;
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
        } else if (!service.equals(TRADES) && !service.equals(notices())) {
            acknowledge(peer, service, code, "OPSP8991", "invalid tr_id");
        } else {
            owners.put(peer, owner);
            String type = message.path("header").path("tr_type").asText();
            counters().count("subscribe " + type + " " + code);
            change(peer, new Topic(service, code), type.equals("1"));
        }
    }

    private String notices() {
        return keys.paper() ? PAPER_NOTICES : NOTICES;
    }

    private void change(Peer peer, Topic topic, boolean more) {
        Set<Topic> mine = topics.computeIfAbsent(peer, any -> new ConcurrentSkipListSet<>());
        String service = topic.service();
        String code = topic.code();
        if (!more) {
            boolean was = mine.remove(topic);
            acknowledge(
                    peer,
                    service,
                    code,
                    was ? "OPSP0001" : "OPSP0003",
                    was ? "UNSUBSCRIBE SUCCESS" : "UNSUBSCRIBE ERROR (not found!)");
        } else if (mine.contains(topic)) {
            acknowledge(peer, service, code, "OPSP0002", "ALREADY IN SUBSCRIBE");
        } else if (mine.size() == MOST) {
            acknowledge(peer, service, code, "OPSP0008", "MAX SUBSCRIBE OVER");
        } else if (!isKnown(topic)) {
            acknowledge(peer, service, code, "OPSP8992", "invalid tr_key");
        } else {
            acknowledge(peer, service, code, "OPSP0000", "SUBSCRIBE SUCCESS");
            mine.add(topic);
        }
    }

    private boolean isKnown(Topic topic) {
        return topic.service().equals(TRADES)
                ? world.find(topic.code()).isPresent()
                : topic.code().equals(HTS_ID);
    }

    private void acknowledge(Peer peer, String service, String code, String number, String message) {
        boolean good = number.equals("OPSP0000") || number.equals("OPSP0001");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rt_cd", good ? "0" : number.equals("OPSP8996") ? "9" : "1");
        body.put("msg_cd", number);
        body.put("msg1", message);
        if (good) {
            NoticeKey key = noticeKeys.computeIfAbsent(peer, any -> NoticeKey.random());
            body.put("output", Map.of("iv", key.iv(), "key", key.key()));
        }
        String encrypt = service.equals(notices()) ? "Y" : "N";
        peer.send(
                written(Map.of("header", Map.of("tr_id", service, "tr_key", code, "encrypt", encrypt), "body", body)));
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
        noticeKeys.remove(peer);
    }

    private String stamp() {
        return DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .format(ZonedDateTime.now(clock.withZone(Country.KR.zone())));
    }

    private void ping() {
        String ping = written(Map.of("header", Map.of("tr_id", "PINGPONG", "datetime", stamp())));
        topics.keySet().forEach(peer -> peer.send(ping));
    }

    private void round() {
        String stamp = stamp();
        topics.forEach((peer, mine) -> {
            List<String> records = mine.stream()
                    .filter(topic -> topic.service().equals(TRADES))
                    .map(topic -> record(topic.code(), stamp))
                    .collect(Collectors.toList());
            if (!records.isEmpty()) {
                peer.send(
                        String.format(Locale.ROOT, "0|%s|%03d|%s", TRADES, records.size(), String.join("^", records)));
            }
            NoticeKey key = noticeKeys.get(peer);
            if (key != null && mine.contains(new Topic(notices(), HTS_ID))) {
                peer.send("1|" + notices() + "|001|" + key.encrypted(notice(stamp.substring(8))));
            }
        });
    }

    /** Ten shares of the first company were bought. */
    private String notice(String time) {
        String code = world.company(0).ticker();
        String price = String.valueOf(price(code));
        return String.join(
                "^",
                List.of(
                        HTS_ID,
                        ACCOUNT,
                        "0000012345",
                        "",
                        "02",
                        "0",
                        "00",
                        "0",
                        code,
                        "10",
                        price,
                        time,
                        "0",
                        "2",
                        "2",
                        "00950",
                        "10",
                        "FAKE",
                        "0",
                        "1",
                        "N",
                        "",
                        "10",
                        "",
                        world.company(0).name(),
                        price));
    }

    private long price(String code) {
        List<Bar> bars =
                world.find(code).orElseThrow().bars(LocalDate.MIN, LocalDate.now(clock.withZone(Country.KR.zone())));
        return Math.round(bars.get(bars.size() - 1).close());
    }

    private String record(String code, String stamp) {
        long price = price(code);
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
