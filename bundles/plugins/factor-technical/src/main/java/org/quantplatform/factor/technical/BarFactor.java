package org.quantplatform.factor.technical;

import java.util.Arrays;
import java.util.Set;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/**
 * A factor that is an indicator of one asset's own bars. A day without a positive price has no bar and no score; a day
 * after it goes on as if the gap were not there. Averages without end start at the asset's first bar in the data; there is
 * no score until the start weighs less than a thousandth.
 *
 * @param <P> the parameter record
 */
abstract class BarFactor<P extends Record> implements Factor<P> {

    private final Set<Field> fields;

    BarFactor(Set<Field> fields) {
        this.fields = fields;
    }

    /** Bars that a score needs, its own included. */
    abstract int bars(P parameters);

    /** One score per bar; those before {@link #bars} are not looked at. */
    abstract double[] scores(Bars bars, P parameters);

    @Override
    public final Requirements requires(P parameters) {
        return new Requirements(bars(parameters), fields, false);
    }

    @Override
    public final void compute(FactorInput input, P parameters, ScoreMatrix out) {
        Reader reader = new Reader(input);
        for (int asset = 0; asset < input.assets(); asset++) {
            Bars bars = reader.bars(asset);
            if (bars.size() >= bars(parameters)) {
                double[] scores = scores(bars, parameters);
                for (int bar = bars(parameters) - 1; bar < scores.length; bar++) {
                    out.set(asset, reader.dayOf[bar], Double.isInfinite(scores[bar]) ? Double.NaN : scores[bar]);
                }
            }
        }
    }

    /** Reads bars, and remembers the day of each. */
    private final class Reader {

        private final FactorInput input;
        private final double[] high;
        private final double[] low;
        private final double[] close;
        private final double[] volume;
        private final int[] dayOf;

        Reader(FactorInput input) {
            this.input = input;
            this.high = column(Field.HIGH);
            this.low = column(Field.LOW);
            this.close = column(Field.CLOSE);
            this.volume = column(Field.VOLUME);
            this.dayOf = new int[input.days()];
        }

        private double[] column(Field field) {
            return new double[fields.contains(field) ? input.days() : 0];
        }

        Bars bars(int asset) {
            read(asset, Field.HIGH, high);
            read(asset, Field.LOW, low);
            read(asset, Field.CLOSE, close);
            read(asset, Field.VOLUME, volume);
            int count = 0;
            for (int day = 0; day < dayOf.length; day++) {
                if (price(high, day) && price(low, day) && price(close, day) && traded(day)) {
                    dayOf[count++] = day;
                }
            }
            return new Bars(picked(high, count), picked(low, count), picked(close, count), picked(volume, count));
        }

        private void read(int asset, Field field, double[] target) {
            if (fields.contains(field)) {
                input.read(asset, field, target);
            }
        }

        private boolean price(double[] column, int day) {
            return column.length == 0 || column[day] > 0 && column[day] < Double.POSITIVE_INFINITY;
        }

        private boolean traded(int day) {
            return volume.length == 0 || volume[day] >= 0 && volume[day] < Double.POSITIVE_INFINITY;
        }

        private double[] picked(double[] column, int count) {
            if (column.length == 0 || count == column.length) {
                return Arrays.copyOf(column, column.length);
            }
            double[] picked = new double[count];
            for (int bar = 0; bar < count; bar++) {
                picked[bar] = column[dayOf[bar]];
            }
            return picked;
        }
    }
}
