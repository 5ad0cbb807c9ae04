package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;

/**
 * What every cost model keeps to. A model's test extends this and adds costs worked out by hand.
 *
 * @param <P> the parameter record
 */
public abstract class CostModelContract<P extends Record> {

    protected abstract CostModel<P> model();

    /** The parameters under test; the defaults unless overridden. */
    protected P parameters() {
        return Defaults.of(model().parameterType());
    }

    @Test
    @DisplayName("1. names its markets")
    void namesMarkets() {
        assertThat(model().markets()).isNotEmpty();
    }

    @Test
    @DisplayName("2. charges finite amounts, none negative")
    void chargesSoundAmounts() {
        for (Fill fill : fills()) {
            Costs costs = model().cost(fill, parameters());
            assertThat(costs.commission())
                    .as("commission of %s", fill)
                    .isFinite()
                    .isNotNegative();
            assertThat(costs.tax()).as("tax of %s", fill).isFinite().isNotNegative();
        }
    }

    @Test
    @DisplayName("3. charges the same twice")
    void chargesSameTwice() {
        for (Fill fill : fills()) {
            assertThat(model().cost(fill, parameters())).isEqualTo(model().cost(fill, parameters()));
        }
    }

    private List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        for (Market market : model().markets()) {
            for (Side side : Side.values()) {
                for (double shares : new double[] {0.001, 1, 100, 1e6}) {
                    for (int year : new int[] {2012, 2019, 2026}) {
                        fills.add(fill(market, side, shares, LocalDate.of(year, 6, 15)));
                    }
                }
            }
        }
        return fills;
    }

    private static Fill fill(Market market, Side side, double shares, LocalDate date) {
        return new Fill(market, market.exchange(), AssetType.STOCK, date, date.plusDays(2), side, shares, 123.45);
    }
}
