package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.Defaults;

/** The table of factors in the documents says what the bundles of the distribution say. */
class FactorTableTest {

    /** What a factor and its row have in common. */
    private record Row(String family, String id, String fields, String parameters) {

        static Row of(PluginTable.Offered offered) {
            Factor<?> factor = (Factor<?>) offered.plugin();
            return new Row(
                    offered.family(), offered.id(), fields(factor), PluginTable.parameters(factor.parameterType()));
        }

        private static <P extends Record> String fields(Factor<P> factor) {
            return factor.requires(Defaults.of(factor.parameterType())).fields().stream()
                    .map(Field::name)
                    .collect(Collectors.joining(", "));
        }
    }

    @Test
    void namesEveryFactorWithItsFieldsAndParameters() throws IOException {
        List<Row> told = PluginTable.rows("factors.md").stream()
                .map(cells -> new Row(cells[2], cells[1], cells[4], cells[5]))
                .toList();
        List<String> families = told.stream().map(Row::family).distinct().toList();
        try (PluginTable table = new PluginTable("factor-")) {
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(table.offered().stream()
                            .map(Row::of)
                            .filter(row -> families.contains(row.family()))
                            .toList());
            assertThat(told).hasSizeGreaterThan(50);
        }
    }
}
