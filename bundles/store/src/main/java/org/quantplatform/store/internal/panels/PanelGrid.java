package org.quantplatform.store.internal.panels;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.CopyReader;

/** Takes bars in any order into columns over the market's whole calendar, then cuts away what stayed empty. */
final class PanelGrid {

    /** In the order in which rows bring them. */
    static final List<Field> FIELDS = List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);

    private static final int ABSENT = -1;

    private final Market market;
    private final int[] days;
    private final List<Known> instruments;
    private final int firstId;
    private final int[] assetOfId;
    private final int[] indexOfDay;
    private final double[][] columns;
    private final boolean[] hasBars;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = -1;

    /** What the grid became. */
    record Filled(Panel panel, List<Known> instruments) {}

    /** Instruments in order of ticker. */
    PanelGrid(Market market, int[] days, List<Known> instruments) {
        if (instruments.isEmpty() || days.length == 0) {
            throw noData(market);
        }
        long cells = (long) instruments.size() * days.length;
        if (cells > Integer.MAX_VALUE - 8) {
            throw QuantException.of(
                    ErrorCode.UNPROCESSABLE,
                    instruments.size() + " instruments on " + days.length + " days are too many for one panel");
        }
        this.market = market;
        this.days = days;
        this.instruments = instruments;
        this.firstId = instruments.stream().mapToInt(Known::id).min().orElseThrow();
        int lastId = instruments.stream().mapToInt(Known::id).max().orElseThrow();
        this.assetOfId = new int[lastId - firstId + 1];
        Arrays.fill(assetOfId, ABSENT);
        for (int asset = 0; asset < instruments.size(); asset++) {
            assetOfId[instruments.get(asset).id() - firstId] = asset;
        }
        this.indexOfDay = new int[days[days.length - 1] - days[0] + 1];
        Arrays.fill(indexOfDay, ABSENT);
        for (int day = 0; day < days.length; day++) {
            indexOfDay[days[day] - days[0]] = day;
        }
        this.hasBars = new boolean[instruments.size()];
        this.columns = new double[FIELDS.size()][(int) cells];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
    }

    /** For one thread; threads whose rows are of different cells may fill at the same time. */
    Filling filling() {
        return new Filling();
    }

    /** Takes rows of instrument, date and values. */
    final class Filling {

        private int first = Integer.MAX_VALUE;
        private int last = -1;

        private Filling() {}

        void add(CopyReader row) {
            int asset = assetOfId[row.number() - firstId];
            int day = indexOfDay[row.epochDay() - days[0]];
            if (asset == ABSENT || day == ABSENT) {
                throw new IllegalStateException(
                        "a bar of market " + market + " is of no known instrument or trading day");
            }
            int cell = asset * days.length + day;
            for (double[] column : columns) {
                column[cell] = row.real();
            }
            hasBars[asset] = true;
            first = Math.min(first, day);
            last = Math.max(last, day);
        }

        /** To be called after the last row. */
        void finish() {
            synchronized (PanelGrid.this) {
                firstDay = Math.min(firstDay, first);
                lastDay = Math.max(lastDay, last);
            }
        }
    }

    /** Without instruments that have no bar, from the first to the last bar or the day on which a delisting is paid. */
    Filled finish() {
        if (lastDay < 0) {
            throw noData(market);
        }
        List<Known> kept = new ArrayList<>();
        for (int asset = 0; asset < hasBars.length; asset++) {
            if (hasBars[asset]) {
                kept.add(instruments.get(asset));
            }
        }
        kept.forEach(this::reachPayment);
        int width = lastDay - firstDay + 1;
        boolean whole = kept.size() == hasBars.length && width == days.length;
        Map<Field, double[]> byField = new TreeMap<>();
        for (int i = 0; i < columns.length; i++) {
            byField.put(FIELDS.get(i), whole ? columns[i] : cut(columns[i], kept.size(), width));
        }
        List<String> tickers =
                kept.stream().map(known -> known.instrument().ticker()).toList();
        int[] calendar = Arrays.copyOfRange(days, firstDay, lastDay + 1);
        return new Filled(new Panel(market, calendar, tickers, byField), List.copyOf(kept));
    }

    /** A delisting pays on the trading day after the last one of the instrument. */
    private void reachPayment(Known known) {
        LocalDate delisted = known.instrument().delisted();
        if (delisted == null) {
            return;
        }
        int after = 0;
        while (after < days.length && days[after] <= delisted.toEpochDay()) {
            after++;
        }
        if (after < days.length) {
            lastDay = Math.max(lastDay, after);
        }
    }

    private double[] cut(double[] column, int assets, int width) {
        double[] target = new double[assets * width];
        int kept = 0;
        for (int asset = 0; asset < hasBars.length; asset++) {
            if (hasBars[asset]) {
                System.arraycopy(column, asset * days.length + firstDay, target, kept++ * width, width);
            }
        }
        return target;
    }

    private static QuantException noData(Market market) {
        return QuantException.of(ErrorCode.NO_DATA, "no bar of market " + market + " matches");
    }
}
