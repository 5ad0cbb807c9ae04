package org.quantplatform.engine.sim;

import java.time.LocalDate;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;

/** Which days of a panel are decision days; periods are judged on the panel's own calendar. */
final class Schedule {

    private final Panel panel;
    private final Rebalance rule;
    private final int firstDay;

    Schedule(Panel panel, Rebalance rule, int firstDay) {
        this.panel = panel;
        this.rule = rule;
        this.firstDay = firstDay;
    }

    boolean decidesOn(int day) {
        return switch (rule.kind()) {
            case DAILY, THRESHOLD, BAND, DRIFT, VOLATILITY -> true;
            case EVERY_N -> (day - firstDay) % rule.every() == 0;
            case WEEKLY, MONTH_END, QUARTER_END -> endsPeriod(day);
        };
    }

    private boolean endsPeriod(int day) {
        return day + 1 < panel.days() && period(day) != period(day + 1);
    }

    private long period(int day) {
        if (rule.kind() == Rebalance.Kind.WEEKLY) {
            // day 0 of the epoch was a Thursday; weeks begin on Monday
            return Math.floorDiv(panel.epochDay(day) + 3, 7);
        }
        LocalDate date = panel.date(day);
        int month = date.getYear() * 12 + date.getMonthValue() - 1;
        return rule.kind() == Rebalance.Kind.MONTH_END ? month : Math.floorDiv(month, 3);
    }
}
