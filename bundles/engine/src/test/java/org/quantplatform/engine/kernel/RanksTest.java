package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.quantplatform.model.ScoreMatrix;

class RanksTest {

    /** Counting is the definition: values below, and half of the equal ones and this one. */
    @Property
    void areCountsOfLowerValues(
            @ForAll @Size(max = 60) double[] values, @ForAll @IntRange(min = 1, max = 9) int levels) {
        double[] mixed = Arrays.stream(values)
                .map(v -> v > 0 ? Math.floor(v % levels) : v < -1e9 ? Double.NaN : v)
                .toArray();
        double[] ranks = Ranks.average(mixed);
        double[] expected = new double[mixed.length];
        Arrays.setAll(expected, i -> {
            long below = Arrays.stream(mixed).filter(v -> v < mixed[i]).count();
            long equal = Arrays.stream(mixed).filter(v -> v == mixed[i]).count();
            return equal == 0 ? Double.NaN : below + (equal + 1) / 2.0;
        });
        assertThat(ranks).isEqualTo(expected);
    }

    @Example
    void everyDayStandsForItself() {
        SplittableRandom random = new SplittableRandom(3);
        ScoreMatrix scores = new ScoreMatrix(7, 37);
        for (int i = 0; i < scores.values().length; i++) {
            scores.values()[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(5);
        }
        ScoreMatrix ranks = new ScoreMatrix(7, 37);
        System.arraycopy(scores.values(), 0, ranks.values(), 0, scores.values().length);
        Ranks.everyDay(ranks);
        for (int day = 0; day < 37; day++) {
            int today = day;
            double[] expected = new double[7];
            Arrays.setAll(expected, asset -> scores.get(asset, today));
            double[] ranked = new double[7];
            Arrays.setAll(ranked, asset -> ranks.get(asset, today));
            assertThat(ranked).isEqualTo(Ranks.average(expected));
        }
    }
}
