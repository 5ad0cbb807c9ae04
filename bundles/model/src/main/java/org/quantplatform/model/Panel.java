package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns of numbers over assets and trading days of one market.
 *
 * <p>A column is asset-major: the value of asset {@code a} on day {@code d} stands at {@code a * days() + d}. Absent is
 * NaN. Days are in increasing order, tickers in ASCII order. Columns are handed out without a copy, for speed: readers
 * must not write to them.
 */
public final class Panel {

    private final Market market;
    private final int[] epochDays;
    private final List<String> tickers;
    private final Map<Field, double[]> columns;

    /**
     * @param epochDays strictly increasing days since 1970-01-01
     * @param tickers strictly increasing in ASCII order
     * @param columns each of length {@code tickers.size() * epochDays.length}
     */
    public Panel(Market market, int[] epochDays, List<String> tickers, Map<Field, double[]> columns) {
        this.market = market;
        this.epochDays = epochDays.clone();
        this.tickers = List.copyOf(tickers);
        this.columns = new TreeMap<>(columns);
        for (int i = 1; i < epochDays.length; i++) {
            if (epochDays[i - 1] >= epochDays[i]) {
                throw new IllegalArgumentException("days must increase, was " + date(i - 1) + " before " + date(i));
            }
        }
        for (int i = 1; i < this.tickers.size(); i++) {
            if (this.tickers.get(i - 1).compareTo(this.tickers.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "tickers must increase, was " + this.tickers.get(i - 1) + " before " + this.tickers.get(i));
            }
        }
        this.columns.forEach((field, column) -> {
            if (column.length != this.tickers.size() * epochDays.length) {
                throw new IllegalArgumentException("column " + field + " has " + column.length + " cells, expected "
                        + this.tickers.size() + " x " + epochDays.length);
            }
        });
    }

    public Market market() {
        return market;
    }

    public int days() {
        return epochDays.length;
    }

    public int assets() {
        return tickers.size();
    }

    public List<String> tickers() {
        return tickers;
    }

    public String ticker(int asset) {
        return tickers.get(asset);
    }

    public int epochDay(int day) {
        return epochDays[day];
    }

    public LocalDate date(int day) {
        return Days.of(epochDays[day]);
    }

    /** Index of the first day that is not before {@code date}; {@code days()} when there is none. */
    public int firstDayFrom(LocalDate date) {
        int found = Arrays.binarySearch(epochDays, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 1;
    }

    /** Index of the last day that is not after {@code date}; -1 when there is none. */
    public int lastDayTo(LocalDate date) {
        int found = Arrays.binarySearch(epochDays, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }

    public boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** In order of their names. */
    public List<Field> fields() {
        return List.copyOf(columns.keySet());
    }

    /** The column itself, not a copy. */
    public double[] column(Field field) {
        double[] column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("panel has no field " + field + ", only " + columns.keySet());
        }
        return column;
    }

    public double value(Field field, int asset, int day) {
        return column(field)[asset * epochDays.length + day];
    }

    /** A copy of the first {@code days} days of every asset. */
    public Panel head(int days) {
        Map<Field, double[]> cut = new TreeMap<>();
        columns.forEach((field, column) -> {
            double[] target = new double[tickers.size() * days];
            for (int asset = 0; asset < tickers.size(); asset++) {
                System.arraycopy(column, asset * epochDays.length, target, asset * days, days);
            }
            cut.put(field, target);
        });
        return new Panel(market, Arrays.copyOf(epochDays, days), tickers, cut);
    }
}
