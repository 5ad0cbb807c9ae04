package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.testkit.Defaults;

/** The table of strategies in the documents says what the bundles of the distribution say. */
class StrategyTableTest {

    /** What a strategy and its row have in common. */
    private record Row(String id, String scores, String schedule, String parameters) {

        static Row of(PluginTable.Offered offered) {
            Strategy<?> strategy = (Strategy<?>) offered.plugin();
            return new Row(
                    offered.id(),
                    strategy.needsScores() ? "yes" : "no",
                    schedule(strategy),
                    PluginTable.parameters(strategy.parameterType()));
        }

        private static <P extends Record> String schedule(Strategy<P> strategy) {
            return strategy.schedule(Defaults.of(strategy.parameterType())).toString();
        }
    }

    @Test
    void namesEveryStrategyWithItsParameters() throws IOException {
        List<Row> told = PluginTable.rows("strategies.md").stream()
                .map(cells -> new Row(cells[1], cells[3], cells[4], cells[5]))
                .toList();
        try (PluginTable table = new PluginTable("strategy-")) {
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            table.offered().stream().map(Row::of).toList());
        }
    }
}
