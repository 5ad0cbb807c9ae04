package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.quantplatform.api.data.Finding;
import org.quantplatform.core.data.CheckStore.Bars;

/**
 * Looks at the bars of one instrument as an experienced eye would. What a rule finds is doubtful, not wrong: real prices jump
 * too, which is why a jump that stays is told but not flagged.
 */
final class QualityRules {

    static final String BROKEN = "broken_bar";
    static final String SPIKE = "spike";
    static final String JUMP = "jump";
    static final String SPLIT = "split_suspicion";
    static final String NO_STEP = "split_without_step";
    static final String UNIT = "unit_jump";
    static final String STALE = "stale";
    static final String DUPLICATE = "duplicate_run";
    static final String SILENT = "zero_volume_run";
    static final String MISSING = "missing_sessions";

    /** Of the close, from one bar to the next. */
    private static final double LARGE_MOVE = 0.35;
    /** A spike ends within this of where it began, and a price that moves no more has not stepped with a split. */
    private static final double BACK = 0.10;
    /** How near a ratio must be to that of a usual split. */
    private static final double NEAR = 0.03;

    private static final double[] SPLITS = {1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50};
    private static final double[] UNITS = {100, 1000, 10_000};
    private static final int STALE_BARS = 10;
    private static final int DUPLICATE_BARS = 3;
    private static final int SILENT_BARS = 5;

    private final Bars bars;
    private final SplitSteps steps;
    private final List<Finding> findings = new ArrayList<>();

    private QualityRules(Bars bars) {
        this.bars = bars;
        this.steps = SplitSteps.of(bars);
    }

    /** In order of day, then rule. */
    static List<Finding> findings(Bars bars) {
        QualityRules rules = new QualityRules(bars);
        rules.brokenBars();
        rules.moves();
        rules.runs(STALE, STALE_BARS, rules::sameClose, "the same close for %d bars");
        rules.runs(DUPLICATE, DUPLICATE_BARS, rules::sameBar, "the same bar %d times");
        rules.runs(SILENT, SILENT_BARS, rules::bothSilent, "no volume for %d bars");
        rules.findings.sort(Comparator.comparing(Finding::date).thenComparing(Finding::rule));
        return rules.findings;
    }

    private void brokenBars() {
        for (int i = 0; i < bars.flags().length; i++) {
            if (!bars.flags()[i].isEmpty()) {
                add(i, BROKEN, bars.flags()[i], true);
            }
        }
    }

    private void moves() {
        double[] close = bars.close();
        for (int i = 1; i < close.length; i++) {
            double ratio = steps.move(i);
            if (steps.expected(i) && Math.abs(close[i] / close[i - 1] - 1) <= BACK && up(ratio) - 1 > LARGE_MOVE) {
                // the bar itself may be right: it is those before the split that would be adjusted twice
                add(i, NO_STEP, told(i) + ", as if prices were adjusted for it already", false);
            } else if (Math.abs(ratio - 1) > LARGE_MOVE) {
                i += move(i, ratio);
            }
        }
    }

    /** Returns how many bars more the finding takes in. */
    private int move(int i, double ratio) {
        double[] close = bars.close();
        boolean back = i + 1 < close.length && Math.abs(ratio * steps.move(i + 1) - 1) <= BACK;
        if (back) {
            add(
                    i,
                    near(ratio, UNITS) ? UNIT : SPIKE,
                    told(i) + String.format(Locale.ROOT, " and back to %.6g", close[i + 1]),
                    true);
            return 1;
        }
        if (near(ratio, UNITS)) {
            add(i, UNIT, told(i) + ", as if in another unit or currency", true);
        } else if (near(ratio, SPLITS)) {
            boolean stored = steps.ratio(i) != 1 && !steps.expected(i);
            String why = stored ? ", though prices count as adjusted for it" : ", as by a split that is not stored";
            add(i, SPLIT, told(i) + why, true);
        } else {
            add(i, JUMP, told(i), false);
        }
        return 0;
    }

    private String told(int i) {
        String split = steps.ratio(i) == 1 ? "" : String.format(Locale.ROOT, " with a split of %.6g", steps.ratio(i));
        return String.format(Locale.ROOT, "close from %.6g to %.6g", bars.close()[i - 1], bars.close()[i]) + split;
    }

    private static boolean near(double ratio, double[] factors) {
        for (double factor : factors) {
            if (Math.abs(up(ratio) / factor - 1) <= NEAR) {
                return true;
            }
        }
        return false;
    }

    private static double up(double ratio) {
        return ratio > 1 ? ratio : 1 / ratio;
    }

    /** Whether a bar goes on with the one before it. */
    private interface Same {
        boolean as(int before, int bar);
    }

    /** Every bar of a run but its first is found: that one is as good as any. */
    private void runs(String rule, int least, Same same, String detail) {
        int count = bars.epochDays().length;
        for (int start = 0; start < count; ) {
            int end = start + 1;
            while (end < count && same.as(end - 1, end)) {
                end++;
            }
            for (int i = start + 1; end - start >= least && i < end; i++) {
                add(i, rule, String.format(Locale.ROOT, detail, end - start), true);
            }
            start = end;
        }
    }

    private boolean sameClose(int before, int bar) {
        return bars.close()[before] == bars.close()[bar];
    }

    private boolean sameBar(int before, int bar) {
        return sameClose(before, bar)
                && bars.open()[before] == bars.open()[bar]
                && bars.high()[before] == bars.high()[bar]
                && bars.low()[before] == bars.low()[bar]
                && bars.volume()[before] == bars.volume()[bar]
                && bars.volume()[bar] > 0;
    }

    private boolean bothSilent(int before, int bar) {
        return !(bars.volume()[before] > 0) && !(bars.volume()[bar] > 0);
    }

    private LocalDate date(int i) {
        return LocalDate.ofEpochDay(bars.epochDays()[i]);
    }

    private void add(int i, String rule, String detail, boolean flagged) {
        findings.add(new Finding(bars.ticker(), date(i), rule, detail, flagged));
    }
}
