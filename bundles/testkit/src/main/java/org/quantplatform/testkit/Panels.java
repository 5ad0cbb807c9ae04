package org.quantplatform.testkit;

import java.time.DayOfWeek;
import java.time.LocalDate;
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

/** Synthetic panels: the same arguments give the same numbers everywhere. */
public final class Panels {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);

    private Panels() {}

    /** Gapless open, high, low, close and volume of random walks over weekdays. */
    public static Panel clean(int assets, int days, long seed) {
        return build(assets, days, List.of(), seed);
    }

    /**
     * Like {@link #clean}, but with the defects of real data: asset 0 has none, 1 has gaps, 2 starts late, 3 ends early, 4 is
     * all NaN, 5 has days without volume, 6 jumps, 7 never moves; further ones repeat these.
     *
     * @param extra fields of the accounts, each of which changes every 63 days and is unknown before its first value; those
     *     of asset 0 are positive. {@link Field#STATED_CLOSE} and {@link Field#STATED_VOLUME} equal the columns they state.
     */
    public static Panel rough(int assets, int days, Collection<Field> extra, long seed) {
        Panel panel = build(assets, days, extra, seed);
        Random random = new Random(seed + 1);
        for (int asset = 0; asset < assets; asset++) {
            damage(panel, asset, random);
        }
        return panel;
    }

    private static Panel build(int assets, int days, Collection<Field> extra, long seed) {
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME)) {
            columns.put(field, new double[assets * days]);
        }
        for (Field field : extra) {
            columns.putIfAbsent(field, new double[0]);
        }
        Random random = new Random(seed);
        for (int asset = 0; asset < assets; asset++) {
            walk(columns, asset * days, days, random);
        }
        columns.replaceAll((field, column) -> column.length == 0 ? accounts(assets, days, random) : column);
        columns.computeIfPresent(
                Field.STATED_CLOSE, (field, column) -> columns.get(Field.CLOSE).clone());
        columns.computeIfPresent(Field.STATED_VOLUME, (field, column) -> columns.get(Field.VOLUME)
                .clone());
        return new Panel(Market.US, weekdays(days), tickers(assets), columns);
    }

    private static void walk(Map<Field, double[]> columns, int start, int days, Random random) {
        double close = 20 + 180 * random.nextDouble();
        double daily = 0.005 + 0.02 * random.nextDouble();
        for (int i = start; i < start + days; i++) {
            double open = close * (1 + 0.3 * daily * random.nextGaussian());
            close = open * Math.max(0.5, 1 + 0.0003 + daily * random.nextGaussian());
            columns.get(Field.OPEN)[i] = open;
            columns.get(Field.CLOSE)[i] = close;
            columns.get(Field.HIGH)[i] = Math.max(open, close) * (1 + 0.3 * daily * random.nextDouble());
            columns.get(Field.LOW)[i] = Math.min(open, close) * (1 - 0.3 * daily * random.nextDouble());
            columns.get(Field.VOLUME)[i] = 1_000 + random.nextInt(1_000_000);
        }
    }

    private static double[] accounts(int assets, int days, Random random) {
        double[] column = new double[assets * days];
        for (int asset = 0; asset < assets; asset++) {
            double value = Double.NaN;
            for (int day = 0; day < days; day++) {
                if ((day + 7 * asset) % 63 == 42) {
                    double drawn = 1e6 * random.nextGaussian();
                    value = asset == 0 ? Math.abs(drawn) : drawn;
                }
                column[asset * days + day] = value;
            }
        }
        return column;
    }

    private static void damage(Panel panel, int asset, Random random) {
        int days = panel.days();
        int start = asset * days;
        switch (asset % 8) {
            case 1 -> {
                for (int gap = 0; gap < days / 20 + 1; gap++) {
                    fill(panel, start + random.nextInt(days), 1, Double.NaN);
                }
            }
            case 2 -> fill(panel, start, days - days / 8, Double.NaN);
            case 3 -> fill(panel, start + days / 2, days - days / 2, Double.NaN);
            case 4 -> fill(panel, start, days, Double.NaN);
            case 5 -> {
                for (Field field : panel.fields()) {
                    if (field.equals(Field.VOLUME) || field.equals(Field.STATED_VOLUME)) {
                        Arrays.fill(panel.column(field), start + days / 3, start + 2 * days / 3, 0);
                    }
                }
            }
            case 6 -> {
                scale(panel, start + days / 3, start + days, 10);
                scale(panel, start + 2 * days / 3, start + days, 0.01);
            }
            case 7 -> {
                for (Field field : panel.fields()) {
                    Arrays.fill(
                            panel.column(field),
                            start,
                            start + days,
                            field.equals(Field.VOLUME) || field.equals(Field.STATED_VOLUME) ? 500 : 100);
                }
            }
            default -> {}
        }
    }

    private static void fill(Panel panel, int from, int length, double value) {
        panel.fields().forEach(field -> Arrays.fill(panel.column(field), from, from + length, value));
    }

    private static void scale(Panel panel, int from, int to, double factor) {
        for (Field field : panel.fields()) {
            double[] column = panel.column(field);
            boolean price = field.isPrice() || field.equals(Field.STATED_CLOSE);
            for (int i = from; price && i < to; i++) {
                column[i] *= factor;
            }
        }
    }

    private static int[] weekdays(int days) {
        int[] epochDays = new int[days];
        LocalDate date = FIRST_DAY;
        for (int day = 0; day < days; date = date.plusDays(1)) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                epochDays[day++] = Math.toIntExact(date.toEpochDay());
            }
        }
        return epochDays;
    }

    private static List<String> tickers(int assets) {
        List<String> tickers = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            tickers.add(String.format(Locale.ROOT, "S%04d", asset));
        }
        return tickers;
    }
}
