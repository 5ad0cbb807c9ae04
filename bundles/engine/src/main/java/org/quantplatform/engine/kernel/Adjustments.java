package org.quantplatform.engine.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/**
 * Takes corporate actions out of raw prices, backwards from the panel's last day as CRSP and Yahoo do: prices before
 * an ex-date are multiplied so that the step which the action alone made disappears. Returns over time, not levels,
 * are what adjusted prices are for. An ex-date that is no trading day counts from the next one; actions after the
 * panel, of other markets or tickers, have no effect.
 */
public final class Adjustments {

    private Adjustments() {}

    /** Asset-major factors for prices, {@code 1 / ratio} for each later split; exactly 1 where there is none. */
    public static double[] splitFactors(Panel raw, List<CorporateAction> actions) {
        return factors(raw, actions, false);
    }

    /**
     * Asset-major factors for prices: the split factor times {@code 1 - dividend / close before the ex-date} for each
     * later dividend. A dividend counts per share after a split of the same day. One without an earlier close, or not
     * smaller than it, is passed over.
     */
    public static double[] totalFactors(Panel raw, List<CorporateAction> actions) {
        return factors(raw, actions, true);
    }

    /** Prices times their factor, volume divided by the split factor, other fields as they are; raw if nothing changes. */
    public static Panel adjusted(Panel raw, List<CorporateAction> actions, Adjust adjust) {
        if (adjust == Adjust.NONE || actions.isEmpty()) {
            return raw;
        }
        double[] splits = splitFactors(raw, actions);
        double[] prices = adjust == Adjust.ALL ? totalFactors(raw, actions) : splits;
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : raw.fields()) {
            double[] column = raw.column(field);
            if (field.isPrice()) {
                columns.put(field, scaled(column, prices, false));
            } else if (field.equals(Field.VOLUME)) {
                columns.put(field, scaled(column, splits, true));
            } else {
                columns.put(field, column);
            }
        }
        int[] epochDays = new int[raw.days()];
        Arrays.setAll(epochDays, raw::epochDay);
        return new Panel(raw.market(), epochDays, raw.tickers(), columns);
    }

    private static double[] scaled(double[] column, double[] factors, boolean divide) {
        double[] scaled = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            scaled[i] = divide ? column[i] / factors[i] : column[i] * factors[i];
        }
        return scaled;
    }

    private static double[] factors(Panel raw, List<CorporateAction> actions, boolean dividends) {
        Map<Long, double[]> steps = new TreeMap<>();
        for (CorporateAction action : actions) {
            int asset = Collections.binarySearch(raw.tickers(), action.ticker());
            int day = raw.firstDayFrom(action.exDate());
            if (asset < 0 || action.market() != raw.market() || day == 0 || day == raw.days()) {
                continue;
            }
            double[] step = steps.computeIfAbsent((long) asset * raw.days() + day, cell -> new double[] {1, 0});
            switch (action.kind()) {
                case SPLIT -> step[0] *= action.value();
                case DIVIDEND -> step[1] += dividends ? action.value() : 0;
                case DELISTING, SPIN_OFF -> {
                    // the price itself is not touched
                }
            }
        }
        double[] factors = new double[raw.assets() * raw.days()];
        Arrays.fill(factors, 1);
        steps.forEach((cell, step) -> apply(raw, (int) (long) cell, step, factors));
        return factors;
    }

    private static void apply(Panel raw, int cell, double[] step, double[] factors) {
        int start = cell - cell % raw.days();
        double previous = lastClose(raw, start, cell) / step[0];
        double dividend = step[1] < previous ? 1 - step[1] / previous : 1;
        double factor = dividend / step[0];
        for (int i = start; i < cell; i++) {
            factors[i] *= factor;
        }
    }

    /** NaN when there is none. */
    private static double lastClose(Panel raw, int start, int before) {
        double[] closes = raw.column(Field.CLOSE);
        for (int i = before - 1; i >= start; i--) {
            if (closes[i] > 0) {
                return closes[i];
            }
        }
        return Double.NaN;
    }
}
