package org.quantplatform.engine.expression;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** Seeded bars with what real ones have: late listings, gaps, equal closes, days without volume. */
final class Panels {

    static final int SECTORS = 3;

    private Panels() {}

    static Panel of(int assets, int days, long seed) {
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : new Field[] {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME}) {
            columns.put(field, new double[assets * days]);
        }
        for (int asset = 0; asset < assets; asset++) {
            fill(columns, asset, days, new SplittableRandom(seed + asset));
        }
        int[] dates = new int[days];
        Arrays.setAll(dates, day -> 16_000 + day);
        return new Panel(
                Market.US,
                dates,
                IntStream.range(0, assets).mapToObj("A%04d"::formatted).toList(),
                columns);
    }

    private static void fill(Map<Field, double[]> columns, int asset, int days, SplittableRandom random) {
        double close = 10 + random.nextDouble() * 90;
        int listed = asset % 3 == 0 ? 0 : random.nextInt(Math.max(1, days / 4));
        for (int day = 0; day < days; day++) {
            boolean known = day >= listed && (asset % 4 == 0 || random.nextInt(25) > 0);
            double open = close * (1 + 0.01 * (random.nextDouble() - 0.5));
            close *= random.nextInt(8) == 0 ? 1 : 1 + 0.04 * (random.nextDouble() - 0.5);
            double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
            double volume = random.nextInt(30) == 0 ? 0 : random.nextInt(100, 100_000);
            int at = asset * days + day;
            columns.get(Field.OPEN)[at] = known ? open : Double.NaN;
            columns.get(Field.HIGH)[at] = known ? high : Double.NaN;
            columns.get(Field.LOW)[at] = known ? low : Double.NaN;
            columns.get(Field.CLOSE)[at] = known ? close : Double.NaN;
            columns.get(Field.VOLUME)[at] = known ? volume : Double.NaN;
        }
    }

    /** The panel's assets in sectors by turns, the first five days of every seventh asset not eligible. */
    static Columns columns(Panel panel) {
        Columns all = Columns.of(panel);
        return new Columns() {
            @Override
            public int assets() {
                return all.assets();
            }

            @Override
            public int days() {
                return all.days();
            }

            @Override
            public void read(int asset, Field field, double[] target) {
                all.read(asset, field, target);
            }

            @Override
            public int sector(int asset) {
                return asset % (SECTORS + 1) - 1;
            }

            @Override
            public boolean isEligible(int asset, int day) {
                return asset % 7 > 0 || day >= 5;
            }
        };
    }

    /** The expressions' values, asset-major, one array per expression. */
    static double[][] run(Program program, int outputs, Columns columns, int threads) {
        double[][] values = new double[outputs][columns.assets() * columns.days()];
        program.run(
                columns,
                (output, asset, history) ->
                        System.arraycopy(history, 0, values[output], asset * columns.days(), columns.days()),
                threads);
        return values;
    }

    static double[] values(String expression, Columns columns) {
        return run(Program.of(java.util.List.of(Expression.parse(expression))), 1, columns, 1)[0];
    }
}
