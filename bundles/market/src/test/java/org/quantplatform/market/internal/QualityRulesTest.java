package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.Finding;
import org.quantplatform.core.data.CheckStore.Bars;

class QualityRulesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** Opens, highs and lows as the closes; volume of its own on each day. */
    private static Bars bars(List<LocalDate> splits, double... closes) {
        double[] volume = new double[closes.length];
        Arrays.setAll(volume, i -> 100 + i);
        return bars(splits, closes, volume);
    }

    private static Bars bars(List<LocalDate> splits, double[] closes, double[] volume) {
        int[] days = new int[closes.length];
        Arrays.setAll(days, i -> (int) FIRST.toEpochDay() + i);
        String[] flags = new String[closes.length];
        Arrays.fill(flags, "");
        return new Bars("A", days, closes, closes, closes, closes, volume, flags, splits);
    }

    private static List<String> found(Bars bars) {
        return QualityRules.findings(bars).stream()
                .map(finding -> finding.rule() + " " + (finding.date().getDayOfMonth() - 1)
                        + (finding.flagged() ? "" : " told only"))
                .toList();
    }

    @Test
    void tellsASpikeFromAMoveThatStays() {
        assertThat(found(bars(List.of(), 74, 73, 37, 74, 75))).containsExactly("spike 2");
        assertThat(found(bars(List.of(), 74, 73, 41, 42, 43))).containsExactly("jump 2 told only");
        assertThat(found(bars(List.of(), 74, 73, 60, 61))).isEmpty();
    }

    @Test
    void suspectsASplitThatIsNotStored() {
        assertThat(found(bars(List.of(), 100, 102, 51, 52))).containsExactly("split_suspicion 2");
        assertThat(found(bars(List.of(), 10, 10.2, 102, 101))).containsExactly("split_suspicion 2");
        assertThat(found(bars(List.of(FIRST.plusDays(2)), 100, 102, 51, 52))).isEmpty();
    }

    @Test
    void suspectsAnotherUnit() {
        assertThat(found(bars(List.of(), 1.5, 1.52, 152, 1.51))).containsExactly("unit_jump 2");
        assertThat(found(bars(List.of(), 1500, 1.5, 1.51))).containsExactly("unit_jump 1");
    }

    @Test
    void findsRunsOfTheSame() {
        double[] still = new double[12];
        Arrays.fill(still, 5);
        assertThat(found(bars(List.of(), still))).hasSize(11).allMatch(found -> found.startsWith("stale "));
        assertThat(found(bars(List.of(), Arrays.copyOf(still, 9)))).isEmpty();
        assertThat(found(bars(List.of(), new double[] {4, 5, 5, 5, 6}, new double[] {9, 7, 7, 7, 7})))
                .containsExactly("duplicate_run 2", "duplicate_run 3");
        assertThat(found(bars(
                        List.of(), new double[] {11, 12, 13, 14, 15, 16}, new double[] {0, 0, Double.NaN, 0, 0, 1})))
                .containsExactly("zero_volume_run 1", "zero_volume_run 2", "zero_volume_run 3", "zero_volume_run 4");
    }

    @Test
    void repeatsWhatTheImportFlagged() {
        Bars plain = bars(List.of(), 1, 1.1);
        plain.flags()[1] = "inconsistent high/low";
        assertThat(QualityRules.findings(plain))
                .containsExactly(new Finding("A", FIRST.plusDays(1), "broken_bar", "inconsistent high/low", true));
    }
}
