package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** Made-up prices with the defects that real ones have; the same for the same arguments. */
final class ProbePanel {

    static final int ASSETS = 10;

    /** 2015-01-01; every day counts, so that all weekdays and month ends come up. */
    private static final int FIRST_DAY = 16_436;

    private static final int KNOWN_EVERY = 63;

    private ProbePanel() {}

    /** Assets: two sound ones, then gaps, late start, early end, all NaN, no volume, jumps, standstill, pennies. */
    static Panel of(int days, Collection<Field> fields, long seed) {
        Random random = new Random(seed);
        Map<Field, double[]> columns = new TreeMap<>();
        fields.forEach(field -> columns.put(field, accounts(days, random)));
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME)) {
            columns.put(field, new double[ASSETS * days]);
        }
        List<String> tickers = new ArrayList<>();
        int[] epochDays = new int[days];
        Arrays.setAll(epochDays, day -> FIRST_DAY + day);
        for (int asset = 0; asset < ASSETS; asset++) {
            tickers.add(String.format(Locale.ROOT, "P%02d", asset));
            walk(columns, asset * days, days, random);
        }
        columns.computeIfPresent(
                Field.STATED_CLOSE, (field, column) -> columns.get(Field.CLOSE).clone());
        columns.computeIfPresent(Field.STATED_VOLUME, (field, column) -> columns.get(Field.VOLUME)
                .clone());
        Panel panel = new Panel(Market.US, epochDays, tickers, columns);
        damage(panel, random);
        return panel;
    }

    private static void walk(Map<Field, double[]> columns, int start, int days, Random random) {
        double close = 20 + 180 * random.nextDouble();
        for (int i = start; i < start + days; i++) {
            double open = close * (1 + 0.004 * random.nextGaussian());
            close = open * Math.max(0.5, 1 + 0.015 * random.nextGaussian());
            columns.get(Field.OPEN)[i] = open;
            columns.get(Field.CLOSE)[i] = close;
            columns.get(Field.HIGH)[i] = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
            columns.get(Field.LOW)[i] = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
            columns.get(Field.VOLUME)[i] = 1_000 + random.nextInt(1_000_000);
        }
    }

    private static double[] accounts(int days, Random random) {
        double[] column = new double[ASSETS * days];
        double value = Double.NaN;
        for (int i = 0; i < column.length; i++) {
            int day = i % days;
            double drawn = day % KNOWN_EVERY == KNOWN_EVERY - 1 ? 1e6 * random.nextGaussian() : value;
            // Most assets have sound accounts, so that ratios with several of them have scores to look at.
            value = day == 0 ? Double.NaN : i / days % 4 == 3 ? drawn : Math.abs(drawn);
            column[i] = value;
        }
        return column;
    }

    private static void damage(Panel panel, Random random) {
        int days = panel.days();
        for (int gap = 0; gap < 2 + days / 25; gap++) {
            fill(panel, 2, random.nextInt(days), 1, Double.NaN);
        }
        fill(panel, 3, 0, days - Math.min(days, 60), Double.NaN);
        fill(panel, 4, days / 2, days - days / 2, Double.NaN);
        fill(panel, 5, 0, days, Double.NaN);
        Arrays.fill(panel.column(Field.VOLUME), 6 * days + days / 4, 7 * days, 0);
        scale(panel, 7, days / 3, 20);
        scale(panel, 7, days - days / 4, 0.001);
        fill(panel, 8, 0, days, 50);
        scale(panel, 9, 0, 1e-4);
    }

    private static void fill(Panel panel, int asset, int day, int length, double value) {
        int from = asset * panel.days() + day;
        panel.fields().forEach(field -> Arrays.fill(panel.column(field), from, from + length, value));
    }

    private static void scale(Panel panel, int asset, int day, double factor) {
        for (Field field : panel.fields()) {
            double[] column = panel.column(field);
            for (int i = asset * panel.days() + day; field.isPrice() && i < (asset + 1) * panel.days(); i++) {
                column[i] *= factor;
            }
        }
    }
}
