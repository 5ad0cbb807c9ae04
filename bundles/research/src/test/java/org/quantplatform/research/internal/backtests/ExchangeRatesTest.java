package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;

class ExchangeRatesTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int[] DAYS = Fixtures.weekdays(START, 4);
    private static final Panel PRICES = Fixtures.panel(Market.US, DAYS, List.of("A"), new double[] {1, 1, 1, 1});

    private static Currencies rates(String pair, double[] opens, double[] closes) {
        Panel fx = new Panel(
                Market.FX,
                DAYS,
                List.of(pair),
                Map.of(
                        Field.OPEN,
                        opens,
                        Field.HIGH,
                        closes,
                        Field.LOW,
                        closes,
                        Field.CLOSE,
                        closes,
                        Field.VOLUME,
                        closes));
        RateSource source = new RateSource(Fixtures.source(fx, List.of()), 1, PRICES.date(3));
        return ExchangeRates.of("EUR", PRICES, new Window(0, 3), source, 0);
    }

    @Test
    void theOpenOfTheDayIsKnownBeforeItsClose() {
        Currencies rates = rates("USDEUR", new double[] {0.7, 0.8, 0.9, 1}, new double[] {0.75, 0.85, 0.95, 1.05});
        assertThat(rates.earlyRate(1, 2)).isEqualTo(0.9);
        assertThat(rates.rate(1, 2)).isEqualTo(0.95);
    }

    @Test
    void withoutAnOpenTheLastCloseBeforeTheDayIs() {
        double missing = Double.NaN;
        Currencies rates =
                rates("EURUSD", new double[] {missing, missing, missing, 4}, new double[] {2, 4, missing, 5});
        assertThat(rates.earlyRate(1, 0)).isEqualTo(rates.rate(1, 0)).isEqualTo(0.5);
        assertThat(rates.earlyRate(1, 1)).isEqualTo(0.5);
        assertThat(rates.earlyRate(1, 2)).isEqualTo(rates.rate(1, 2)).isEqualTo(0.25);
        assertThat(rates.earlyRate(1, 3)).isEqualTo(0.25);
        assertThat(rates.rate(1, 3)).isEqualTo(0.2);
    }
}
