package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;

class AskedTest {

    private static Asked asked(List<String> tickers, Map<String, String> options) {
        DataRequest request = new DataRequest(
                Set.of(DataKind.DAILY_BARS), Set.of(Market.US), tickers, null, null, options, List.of());
        Asked.Closing closing = new Asked.Closing(Market.US, LocalTime.of(20, 0), Clock.systemUTC());
        return Asked.of(request, LocalDate.of(2000, 1, 3), closing, Set.of());
    }

    @Test
    void narrowsTheTickersOfTheRequest() {
        assertThat(asked(List.of(), Map.of()).tickers()).isEmpty();
        assertThat(asked(List.of(), Map.of("tickers", "B, A,")).tickers()).containsExactly("A", "B");
        assertThat(asked(List.of("A", "B"), Map.of("tickers", "B,C")).tickers()).containsExactly("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , "})
    void aListWithoutATickerIsNotTheWholeMarket(String tickers) {
        assertThatThrownBy(() -> asked(List.of(), Map.of("tickers", tickers)))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("tickers:");
    }

    @Test
    void aListWithoutATickerOfTheRequestIsNotTheWholeMarket() {
        assertThatThrownBy(() -> asked(List.of("A"), Map.of("tickers", "B")))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("tickers:");
    }
}
