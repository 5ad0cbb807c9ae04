package org.quantplatform.source.kis.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.OrderNotice;

/**
 * Notices of a customer's orders on one connection. They come encrypted; the key is told when they are subscribed. What
 * they say of the account and its owner is not read, and no message of an error repeats any of it.
 */
final class Notices {

    private static final String REAL = "H0STCNI0";
    private static final String PAPER = "H0STCNI9";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;
    private static final int ORDER = 2;
    private static final int SIDE = 4;
    private static final int TICKER = 8;
    private static final int SHARES = 9;
    private static final int PRICE = 10;
    private static final int TIME = 11;
    private static final int REFUSED = 12;
    private static final int FILLED = 13;
    private static final int FIELDS = 26;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmmss");

    private final String service;
    private final String customer;
    private final Clock clock;
    private @Nullable SecretKeySpec key;
    private @Nullable IvParameterSpec start;

    /** @param customer empty when no notices are wanted */
    Notices(boolean paper, String customer, Clock clock) {
        this.service = paper ? PAPER : REAL;
        this.customer = customer;
        this.clock = clock;
    }

    boolean wanted() {
        return !customer.isEmpty();
    }

    String service() {
        return service;
    }

    String customer() {
        return customer;
    }

    /** What the provider tells when they are subscribed: 32 and 16 characters. */
    void subscribed(String secret, String vector) throws UnreadableAnswer {
        byte[] secretBytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] vectorBytes = vector.getBytes(StandardCharsets.UTF_8);
        if (secretBytes.length != KEY_BYTES || vectorBytes.length != IV_BYTES) {
            throw new UnreadableAnswer("the key of notices is not as long as it should be");
        }
        key = new SecretKeySpec(secretBytes, "AES");
        start = new IvParameterSpec(vectorBytes);
    }

    List<OrderNotice> read(Frame frame) throws UnreadableAnswer {
        String plain = frame.encrypted() ? decrypted(frame.body()) : frame.body();
        List<OrderNotice> notices = new ArrayList<>();
        for (String[] fields : frame.split(plain, FIELDS)) {
            notices.add(notice(fields));
        }
        return notices;
    }

    private String decrypted(String body) throws UnreadableAnswer {
        if (key == null || start == null) {
            throw new UnreadableAnswer("a notice came before its key");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, start);
            return new String(cipher.doFinal(Base64.getDecoder().decode(body)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableAnswer("a notice cannot be decrypted");
        }
    }

    private OrderNotice notice(String[] fields) throws UnreadableAnswer {
        boolean filled = fields[FILLED].equals("2");
        try {
            return new OrderNotice(
                    Market.KR,
                    fields[TICKER],
                    time(fields[TIME]),
                    fields[ORDER],
                    filled ? OrderNotice.Kind.FILLED : accepted(fields[REFUSED]),
                    side(fields[SIDE]),
                    Cells.number(fields[SHARES], "shares"),
                    filled ? Cells.number(fields[PRICE], "price") : Double.NaN);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableAnswer("a notice cannot be read");
        }
    }

    private static OrderNotice.Kind accepted(String refused) {
        return refused.equals("1") ? OrderNotice.Kind.REFUSED : OrderNotice.Kind.ACCEPTED;
    }

    private static Side side(String written) {
        return switch (written) {
            case "01" -> Side.SELL;
            case "02" -> Side.BUY;
            default -> throw new IllegalArgumentException("unreadable side");
        };
    }

    /** A notice tells no day; it comes as soon as it is true. */
    private Instant time(String written) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Market.KR.zone());
        return LocalTime.parse(written, HOUR)
                .atDate(today)
                .atZone(Market.KR.zone())
                .toInstant();
    }
}
