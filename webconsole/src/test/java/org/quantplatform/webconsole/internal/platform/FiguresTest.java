package org.quantplatform.webconsole.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesFractionsAsPercent() {
        assertThat(Figures.percent(0.2845)).isEqualTo("28.45 %");
        assertThat(Figures.change(0.2845)).isEqualTo("+28.45 %");
        assertThat(Figures.change(-0.1)).isEqualTo("-10.00 %");
    }

    @Test
    void writesNoNumberAsADash() {
        assertThat(Figures.percent(Double.NaN)).isEqualTo("–");
        assertThat(Figures.ratio(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(Figures.money(Double.NaN, "USD")).isEqualTo("–");
    }

    @Test
    void writesMoneyInTheCurrencysUnits() {
        assertThat(Figures.money(1_284_500.49, "USD")).isEqualTo("1,284,500 USD");
        assertThat(Figures.money(12.345, "USD")).isEqualTo("12.35 USD");
        assertThat(Figures.money(1234.5, "KRW")).isEqualTo("1,235 KRW");
    }

    @Test
    void knowsNoNegativeZero() {
        assertThat(Figures.ratio(-0.002)).isEqualTo("0.00");
        assertThat(Figures.ratio(-10.0)).isEqualTo("-10.00");
    }

    @Test
    void cutsEmptyDecimalsOnly() {
        assertThat(Figures.plain(100)).isEqualTo("100");
        assertThat(Figures.plain(12.5)).isEqualTo("12.5");
        assertThat(Figures.plain(1000)).isEqualTo("1,000");
    }
}
