package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.source.http.UnreadableAnswer;

class PricingTest {

    /** AAPL at 201.5, 2026-01-05 15:00:00 UTC; the message class of yfinance 1.7.0 packs the same bytes. */
    private static final String KNOWN = "CgRBQVBMFQCASUMYgMbg6vFmIgNVU0QqA05NUzAIOAFFAABAP0icheMLZQAAwD/YAQQ=";

    @Test
    void unpacksAPrice() throws IOException {
        Pricing pricing = Pricing.parse(KNOWN);
        assertThat(pricing.id()).isEqualTo("AAPL");
        assertThat(pricing.price()).isEqualTo(201.5);
        assertThat(pricing.time()).isEqualTo(1767625200000L);
        assertThat(pricing.bid()).isNaN();
        assertThat(pricing.size()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "CgRBQVBM/w", "Cv////9/", "////////////////"})
    void refusesWhatIsNoPrice(String text) {
        assertThatThrownBy(() -> Pricing.parse(text)).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void endsOnEveryCutWithoutAnotherException() {
        byte[] whole = Base64.getDecoder().decode(KNOWN);
        for (int length = 0; length < whole.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            try {
                assertThat(Pricing.parse(cut)).isNotNull();
            } catch (UnreadableAnswer e) {
                assertThat(e).hasMessageStartingWith("a price");
            }
        }
    }
}
