package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.model.Market;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({
        "5, 0005.HK",
        "700, 0700.HK",
        "0700, 0700.HK",
        "00700, 0700.HK",
        "9988, 9988.HK",
        "80700, 80700.HK",
        "HSI, HSI.HK",
        "123456, 123456.HK"
    })
    void writesHongKongTickersWithFourDigitsOrFive(String ticker, String symbol) {
        assertThat(Symbols.of(Market.HK, ticker)).containsExactly(symbol);
    }

    @ParameterizedTest
    @CsvSource({"US, BRK.B, BRK-B", "CN, 600000, 600000.SS", "CN, 000001, 000001.SZ", "JP, 7203, 7203.T"})
    void writesTickersOfOtherMarkets(Market market, String ticker, String symbol) {
        assertThat(Symbols.of(market, ticker)).containsExactly(symbol);
    }
}
