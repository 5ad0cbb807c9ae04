package org.quantplatform.engine.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** A random walk with one market factor on weekdays from 2014 on; the same numbers for the same sizes. */
final class SeededPanel {

    private static final long SEED = 20261123;

    private SeededPanel() {}

    static Panel of(int days, int assets) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] market = new double[days];
        for (int day = 0; day < days; day++) {
            market[day] = 0.0003 + 0.01 * normal(random);
        }
        double[] closes = new double[days * assets];
        List<String> tickers = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            tickers.add(String.format("T%05d", asset));
            double beta = 0.5 + random.nextDouble();
            double noise = 0.01 + 0.02 * random.nextDouble();
            double price = 10 + 190 * random.nextDouble();
            for (int day = 0; day < days; day++) {
                price *= Math.exp(beta * market[day] + noise * normal(random));
                closes[asset * days + day] = price;
            }
        }
        return new Panel(Market.US, weekdays(days), tickers, Map.of(Field.CLOSE, closes));
    }

    private static int[] weekdays(int days) {
        int[] epochDays = new int[days];
        LocalDate date = LocalDate.of(2014, 1, 2);
        for (int day = 0; day < days; date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5) {
                epochDays[day++] = (int) date.toEpochDay();
            }
        }
        return epochDays;
    }

    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
