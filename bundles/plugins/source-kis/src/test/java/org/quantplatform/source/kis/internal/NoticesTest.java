package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.OrderNotice;

class NoticesTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";
    private static final String IV = "0123456789abcdef";

    /** Made with openssl: {@code openssl enc -aes-256-cbc -a -A -K <hex of KEY> -iv <hex of IV>}. */
    private static final String ENCRYPTED =
            "+rtxAqHBE+E3iB7IYX6tt5zFmfGturWzTfaitm+aswHUKl9RqK+DsddYqy798XklSrE4GxK/92YTgEjxEJH8ItobwmmSXN+vUl5v0DUz0T"
                    + "wAQhbqs2Cvj6oaNGfWCMwKk8kHdPPzhRHSTi22D7Dz9w==";

    /** What it says. */
    private static final String PLAIN = "testid^1234567801^0000012345^^02^0^00^0^005930^10^70000^093015^0^2^2^00950^10"
            + "^HONG^0^1^N^^10^^SAMSUNG^70000";

    private static final OrderNotice FILL = new OrderNotice(
            Market.KR,
            "005930",
            Instant.parse("2026-01-05T00:30:15Z"),
            "0000012345",
            OrderNotice.Kind.FILLED,
            Side.BUY,
            10,
            70000);

    private final Notices notices =
            new Notices(false, "testid", Clock.fixed(Instant.parse("2026-01-04T23:00:00Z"), ZoneOffset.UTC));

    private OrderNotice only(String plain) throws UnreadableAnswer {
        return notices.read(new Frame(false, "H0STCNI0", 1, plain)).get(0);
    }

    @Test
    @DisplayName("KIS 80. decrypts with the key of the acknowledgement, on the day that it is in Korea")
    void decrypts() throws Exception {
        notices.subscribed(KEY, IV);
        assertThat(notices.read(Frame.of("1|H0STCNI0|001|" + ENCRYPTED))).containsExactly(FILL);
        assertThat(only(PLAIN)).isEqualTo(FILL);
    }

    @Test
    @DisplayName("KIS 81. tells fills from orders that were taken in or refused, whose price is none of a trade")
    void tellsKindsApart() throws Exception {
        OrderNotice accepted = only(PLAIN.replace("^0^2^2^00950", "^0^1^1^00950"));
        assertThat(accepted.kind()).isEqualTo(OrderNotice.Kind.ACCEPTED);
        assertThat(accepted.price()).isNaN();
        assertThat(only(PLAIN.replace("^0^2^2^00950", "^1^1^1^00950")).kind()).isEqualTo(OrderNotice.Kind.REFUSED);
        assertThat(only(PLAIN.replace("^^02^0", "^^01^0")).side()).isEqualTo(Side.SELL);
    }

    @Test
    @DisplayName("KIS 82. is not told what cannot be decrypted or read, and repeats nothing of it")
    void repeatsNothing() throws Exception {
        assertThatThrownBy(() -> notices.read(Frame.of("1|H0STCNI0|001|" + ENCRYPTED)))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("a notice came before its key");
        assertThatThrownBy(() -> notices.subscribed("short", IV)).isInstanceOf(UnreadableAnswer.class);
        notices.subscribed(KEY, "fedcba9876543210");
        assertThatThrownBy(() -> notices.read(Frame.of("1|H0STCNI0|001|" + ENCRYPTED.substring(4))))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("a notice cannot be decrypted")
                .hasNoCause();
        for (String damage : new String[] {"^093015^", "^02^0", "^10^70000^"}) {
            assertThatThrownBy(() -> only(PLAIN.replace(damage, damage.replace("0", "x"))))
                    .isInstanceOf(UnreadableAnswer.class)
                    .hasMessage("a notice cannot be read")
                    .hasNoCause();
        }
    }

    @Test
    @DisplayName("KIS 83. asks a paper account's stream for notices by another number")
    void namesTheService() {
        assertThat(notices.service()).isEqualTo("H0STCNI0");
        assertThat(new Notices(true, "testid", Clock.systemUTC()).service()).isEqualTo("H0STCNI9");
        assertThat(notices.wanted()).isTrue();
        assertThat(new Notices(true, "", Clock.systemUTC()).wanted()).isFalse();
    }
}
