package org.quantplatform.fakes.yfinance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.FakeStream;

/** Prices as protocol buffers in Base64; silent towards those who have not said for a while what they want. */
public final class YahooStream extends FakeStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EQUITY = 8;
    private static final int REGULAR = 1;

    private final Symbols symbols;
    private final Clock clock;
    private final Duration every;
    private final Duration memory;
    private final Map<Peer, Wishes> wishes = new ConcurrentHashMap<>();

    private record Wishes(Set<String> symbols, long until) {}

    /**
     * @param port 0 for any that is free
     * @param companies in each country
     * @param every between two rounds of prices
     * @param memory for what somebody wants
     */
    public YahooStream(int port, int companies, Clock clock, Duration every, Duration memory) {
        super(port);
        this.symbols = new Symbols(companies);
        this.clock = clock;
        this.every = every;
        this.memory = memory;
    }

    @Override
    public void start() {
        super.start();
        clock().scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void connected(Peer peer) {
        counters().count("silent_so_far");
    }

    @Override
    protected void said(Peer peer, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return;
        }
        Set<String> wanted = new TreeSet<>();
        Wishes before = wishes.get(peer);
        if (before != null) {
            wanted.addAll(before.symbols());
        }
        message.path("subscribe").forEach(symbol -> wanted.add(symbol.asText()));
        message.path("unsubscribe").forEach(symbol -> wanted.remove(symbol.asText()));
        counters().count("subscribe");
        wishes.put(peer, new Wishes(wanted, System.nanoTime() + memory.toNanos()));
    }

    @Override
    protected void gone(Peer peer) {
        wishes.remove(peer);
    }

    private void round() {
        wishes.forEach((peer, wanted) -> {
            if (wanted.until() - System.nanoTime() > 0) {
                for (String symbol : wanted.symbols()) {
                    symbols.find(symbol).ifPresent(company -> peer.send(message(symbol, company)));
                }
            }
        });
    }

    private String message(String symbol, Company company) {
        try {
            String packed = Base64.getEncoder().encodeToString(packed(symbol, company));
            return JSON.writeValueAsString(Map.of("type", "pricing", "message", packed));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private byte[] packed(String symbol, Company company) {
        List<Bar> bars = company.bars(
                LocalDate.MIN,
                LocalDate.ofInstant(clock.instant(), company.country().zone()));
        Bar last = bars.get(bars.size() - 1);
        Message message = new Message();
        message.text(1, symbol);
        message.single(2, last.close());
        message.signed(3, clock.millis());
        message.text(4, company.country().currency());
        message.text(5, Symbols.exchange(company));
        message.plain(6, EQUITY);
        message.plain(7, REGULAR);
        message.single(8, 100 * (last.close() / last.open() - 1));
        message.signed(9, last.volume());
        message.single(12, last.close() - last.open());
        message.signed(22, 100);
        message.single(23, last.close() - 0.01);
        message.single(25, last.close() + 0.01);
        message.signed(27, 2);
        return message.bytes.toByteArray();
    }

    /** A protocol buffer that is being written; defaults are left out. */
    private static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void text(int field, String value) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            varint((long) field << 3 | 2);
            varint(text.length);
            bytes.writeBytes(text);
        }

        void single(int field, double value) {
            if ((float) value != 0) {
                varint((long) field << 3 | 5);
                bytes.writeBytes(ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat((float) value)
                        .array());
            }
        }

        void signed(int field, long value) {
            plain(field, value << 1 ^ value >> 63);
        }

        void plain(int field, long value) {
            if (value != 0) {
                varint((long) field << 3);
                varint(value);
            }
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
