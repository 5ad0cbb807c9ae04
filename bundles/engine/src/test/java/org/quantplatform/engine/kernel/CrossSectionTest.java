package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;

class CrossSectionTest {

    private static final double NONE = Double.NaN;
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static boolean[] all(int assets) {
        boolean[] eligible = new boolean[assets];
        Arrays.fill(eligible, true);
        return eligible;
    }

    @Test
    void zScoreIsAboutMeanAndPopulationDeviation() {
        double[] out = new double[5];
        CrossSection.zScore(new double[] {1, 3, NONE, 100, 5}, new boolean[] {true, true, true, false, true}, out);

        double deviation = Math.sqrt(8 / 3.0);
        assertThat(out).containsExactly(new double[] {-2 / deviation, 0, NONE, NONE, 2 / deviation}, ROUNDING);
    }

    @Test
    void equalValuesScoreZero() {
        double[] out = new double[3];
        CrossSection.zScore(new double[] {0.1, 0.1, 0.1}, all(3), out);

        assertThat(out).containsExactly(new double[] {0, 0, 0}, ROUNDING);
    }

    @Test
    void winsorisePullsOutliersIn() {
        double[] values = new double[11];
        values[10] = 11;
        double[] out = new double[11];
        CrossSection.winsorise(values, all(11), 2, out);

        double deviation = Math.sqrt(121 / 11.0 - 1);
        assertThat(out[10]).isCloseTo(1 + 2 * deviation, ROUNDING);
        assertThat(out[0]).isZero();
    }

    @Test
    void equalValuesShareTheirRank() {
        double[] out = new double[6];
        CrossSection.rank(
                new double[] {3, -0.0, 0.0, NONE, 7, 9}, new boolean[] {true, true, true, true, true, false}, out);

        assertThat(out).containsExactly(3, 1.5, 1.5, NONE, 4, NONE);
    }

    @Test
    void demeanTakesOffTheMean() {
        double[] out = new double[3];
        CrossSection.demean(new double[] {1, NONE, 5}, all(3), out);

        assertThat(out).containsExactly(-2, NONE, 2);
    }

    @Test
    void neutraliseTakesOffTheMeanOfEachGroup() {
        double[] out = new double[6];
        CrossSection.neutralise(
                new double[] {1, 5, 10, 20, 7, 8},
                new boolean[] {true, true, true, true, true, false},
                new int[] {0, 0, -1, -2, 3, 3},
                out);

        assertThat(out).containsExactly(-2, 2, -5, 5, 0, NONE);
    }

    private static ScoreMatrix oneDay(double... scores) {
        ScoreMatrix matrix = new ScoreMatrix(scores.length, 1);
        for (int asset = 0; asset < scores.length; asset++) {
            matrix.set(asset, 0, scores[asset]);
        }
        return matrix;
    }

    @Test
    void aSingleFactorKeepsItsRawScores() {
        double[] combined = CrossSection.combine(
                new ScoreMatrix[] {oneDay(4, NONE, 6)}, new double[] {-0.5}, 0, new boolean[] {true, true, false});

        assertThat(combined).containsExactly(-2, NONE, NONE);
    }

    @Test
    void severalFactorsAddUpAsZScores() {
        ScoreMatrix[] factors = {oneDay(1, 3, 100, 2), oneDay(30, 10, 100, NONE)};
        double[] combined =
                CrossSection.combine(factors, new double[] {0.75, 0.25}, 0, new boolean[] {true, true, false, true});

        double first = Math.sqrt(2 / 3.0);
        assertThat(combined)
                .containsExactly(new double[] {-0.75 / first + 0.25, 0.75 / first - 0.25, NONE, NONE}, ROUNDING);
    }

    @Test
    void zScoresAreCutOffAtThree() {
        double[] outlier = new double[101];
        outlier[100] = 1;
        double[] flat = new double[101];
        double[] combined = CrossSection.combine(
                new ScoreMatrix[] {oneDay(outlier), oneDay(flat)}, new double[] {1, 1}, 0, all(101));

        assertThat(combined[100]).isEqualTo(3);
    }

    @Test
    void refusesAnotherNumberOfWeights() {
        assertThatThrownBy(() -> CrossSection.combine(new ScoreMatrix[] {oneDay(1)}, new double[] {1, 2}, 0, all(1)))
                .hasMessage("1 factors with 2 weights");
    }
}
