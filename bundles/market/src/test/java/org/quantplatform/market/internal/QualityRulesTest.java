package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.Finding;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.model.PriceBasis;

class QualityRulesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** Opens, highs and lows as the closes; volume of its own on each day. */
    private static Bars bars(double... closes) {
        double[] volume = new double[closes.length];
        Arrays.setAll(volume, i -> 100 + i);
        return bars(closes, volume);
    }

    private static Bars bars(double[] closes, double[] volume) {
        int[] days = new int[closes.length];
        Arrays.setAll(days, i -> (int) FIRST.toEpochDay() + i);
        String[] flags = new String[closes.length];
        Arrays.fill(flags, "");
        return new Bars("A", days, closes, closes, closes, closes, volume, flags, PriceBasis.RAW, Map.of());
    }

    /** The same with splits by the number of their day. */
    private static Bars split(Bars bars, PriceBasis basis, Map<Integer, Double> splits) {
        Map<LocalDate, Double> dated = new TreeMap<>();
        splits.forEach((day, ratio) -> dated.put(FIRST.plusDays(day), ratio));
        return new Bars(
                bars.ticker(),
                bars.epochDays(),
                bars.open(),
                bars.high(),
                bars.low(),
                bars.close(),
                bars.volume(),
                bars.flags(),
                basis,
                dated);
    }

    private static Bars split(Map<Integer, Double> splits, double... closes) {
        return split(bars(closes), PriceBasis.RAW, splits);
    }

    /** Without bars of one day. */
    private static Bars halted(int day, Map<Integer, Double> splits, double... closes) {
        Bars bars = split(splits, closes);
        Arrays.setAll(bars.epochDays(), i -> (int) FIRST.toEpochDay() + (i < day ? i : i + 1));
        return bars;
    }

    private static List<String> found(Bars bars) {
        return QualityRules.findings(bars).stream()
                .map(finding -> finding.rule() + " " + (finding.date().getDayOfMonth() - 1)
                        + (finding.flagged() ? "" : " told only"))
                .toList();
    }

    @Test
    void tellsASpikeFromAMoveThatStays() {
        assertThat(found(bars(74, 73, 37, 74, 75))).containsExactly("spike 2");
        assertThat(found(bars(74, 73, 41, 42, 43))).containsExactly("jump 2 told only");
        assertThat(found(bars(74, 73, 60, 61))).isEmpty();
    }

    @Test
    void suspectsASplitThatIsNotStored() {
        assertThat(found(bars(100, 102, 51, 52))).containsExactly("split_suspicion 2");
        assertThat(found(bars(10, 10.2, 102, 101))).containsExactly("split_suspicion 2");
        assertThat(found(split(Map.of(2, 2.0), 100, 102, 51, 52))).isEmpty();
    }

    @Test
    void aSplitWithoutABarCountsFromTheNextOneOn() {
        assertThat(found(halted(2, Map.of(2, 2.0), 100, 102, 51, 52))).isEmpty();
        assertThat(found(halted(2, Map.of(2, 2.0, 3, 5.0), 100, 102, 10.1, 10))).isEmpty();
        assertThat(found(halted(2, Map.of(1, 2.0), 100, 51, 25, 26))).containsExactly("split_suspicion 3");
        assertThat(found(split(Map.of(-3, 2.0, 0, 2.0, 9, 2.0), 100, 102, 101))).isEmpty();
    }

    @Test
    void judgesWhatMovesBesideAStoredSplit() {
        assertThat(found(split(Map.of(2, 2.0), 100, 102, 10.2, 10))).containsExactly("split_suspicion 2");
        assertThat(found(split(Map.of(2, 1.05), 100, 102, 52, 50))).containsExactly("jump 2 told only");
        assertThat(found(split(Map.of(2, 2.0), 100, 300, 51, 52))).containsExactly("spike 1");
        assertThat(details(split(Map.of(2, 2.0), 100, 102, 10.2, 10)))
                .containsExactly(
                        "close from 102.000 to 10.2000 with a split of 2.00000, as by a split that is not stored");
    }

    @Test
    void findsASplitWithWhichThePriceDidNotStep() {
        Bars twice = split(Map.of(2, 2.0), 100, 102, 101, 103);
        assertThat(found(twice)).containsExactly("split_without_step 2 told only");
        assertThat(details(twice))
                .containsExactly("close from 102.000 to 101.000 with a split of 2.00000,"
                        + " as if prices were adjusted for it already");
        assertThat(found(split(Map.of(2, 1 / 1.5), 10, 10.2, 10.1, 10)))
                .containsExactly("split_without_step 2 told only");
        assertThat(found(halted(2, Map.of(2, 3.0), 100, 102, 101))).containsExactly("split_without_step 3 told only");
        assertThat(found(split(Map.of(2, 1.05), 100, 102, 101, 103)))
                .as("a step too small to be seen")
                .isEmpty();
    }

    @Test
    void pricesThatContainTheirSplitsMustNotStep() {
        for (PriceBasis basis : List.of(PriceBasis.SPLIT, PriceBasis.FULL)) {
            assertThat(found(split(bars(100, 102, 101, 103), basis, Map.of(2, 2.0))))
                    .isEmpty();
            Bars raw = split(bars(100, 102, 51, 52), basis, Map.of(2, 2.0));
            assertThat(found(raw)).containsExactly("split_suspicion 2");
            assertThat(details(raw))
                    .containsExactly("close from 102.000 to 51.0000 with a split of 2.00000,"
                            + " though prices count as adjusted for it");
        }
    }

    private static List<String> details(Bars bars) {
        return QualityRules.findings(bars).stream().map(Finding::detail).toList();
    }

    @Test
    void suspectsAnotherUnit() {
        assertThat(found(bars(1.5, 1.52, 152, 1.51))).containsExactly("unit_jump 2");
        assertThat(found(bars(1500, 1.5, 1.51))).containsExactly("unit_jump 1");
    }

    @Test
    void findsRunsOfTheSame() {
        double[] still = new double[12];
        Arrays.fill(still, 5);
        assertThat(found(bars(still))).hasSize(11).allMatch(found -> found.startsWith("stale "));
        assertThat(found(bars(Arrays.copyOf(still, 9)))).isEmpty();
        assertThat(found(bars(new double[] {4, 5, 5, 5, 6}, new double[] {9, 7, 7, 7, 7})))
                .containsExactly("duplicate_run 2", "duplicate_run 3");
        assertThat(found(bars(new double[] {11, 12, 13, 14, 15, 16}, new double[] {0, 0, Double.NaN, 0, 0, 1})))
                .containsExactly("zero_volume_run 1", "zero_volume_run 2", "zero_volume_run 3", "zero_volume_run 4");
    }

    @Test
    void repeatsWhatTheImportFlagged() {
        Bars plain = bars(1, 1.1);
        plain.flags()[1] = "inconsistent high/low";
        assertThat(QualityRules.findings(plain))
                .containsExactly(new Finding("A", FIRST.plusDays(1), "broken_bar", "inconsistent high/low", true));
    }
}
