package org.quantplatform.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Panel;

class Alpha158Test {

    private static final int ASSETS = 8;
    private static final int DAYS = 200;

    @Test
    void hasTheNamesThatQlibPublishes() {
        assertThat(Alpha158.features()).hasSize(158);
        assertThat(new ArrayList<>(Alpha158.features().keySet()))
                .startsWith("KMID", "KLEN", "KMID2", "KUP", "KUP2", "KLOW", "KLOW2", "KSFT", "KSFT2", "OPEN0", "HIGH0")
                .containsSubsequence("VWAP0", "ROC5", "ROC10", "MA5", "IMXD60", "CORR5", "SUMP5", "SUMN5", "SUMD5")
                .endsWith("VSUMD20", "VSUMD30", "VSUMD60");
    }

    /** Worked out anew for each window, from the formulas and without any of the kernels. */
    @Test
    void equalsTheDefinitions() {
        Panel panel = Panels.of(ASSETS, DAYS, 11);
        Map<String, String> features = Alpha158.features();
        List<String> names = List.copyOf(features.keySet());
        Program program =
                Program.of(features.values().stream().map(Expression::parse).toList());
        double[][] values = Panels.run(program, names.size(), Columns.of(panel), 2);
        NaiveAlpha158 naive = new NaiveAlpha158(panel);

        for (int feature = 0; feature < names.size(); feature++) {
            for (int asset = 0; asset < ASSETS; asset++) {
                for (int day = 0; day < DAYS; day++) {
                    check(names.get(feature), naive, asset, day, values[feature][asset * DAYS + day]);
                }
            }
        }
    }

    private static void check(String name, NaiveAlpha158 naive, int asset, int day, double value) {
        double expected = naive.value(name, asset, day);
        String where = name + ", asset " + asset + ", day " + day;
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(value).as(where).isNaN();
        } else {
            assertThat(value).as(where).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void nothingLooksAhead() {
        Panel panel = Panels.of(ASSETS, DAYS, 11);
        List<Expression> expressions =
                Alpha158.features().values().stream().map(Expression::parse).toList();
        Program program = Program.of(expressions);
        double[][] whole = Panels.run(program, expressions.size(), Columns.of(panel), 1);
        double[][] head = Panels.run(program, expressions.size(), Columns.of(panel.head(133)), 1);
        for (int feature = 0; feature < whole.length; feature++) {
            for (int asset = 0; asset < ASSETS; asset++) {
                for (int day = 0; day < 133; day++) {
                    assertThat(Double.doubleToRawLongBits(head[feature][asset * 133 + day]))
                            .as("feature %d, asset %d, day %d", feature, asset, day)
                            .isEqualTo(Double.doubleToRawLongBits(whole[feature][asset * DAYS + day]));
                }
            }
        }
    }
}
