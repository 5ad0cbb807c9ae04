package org.quantplatform.engine.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares dates of a sample with earlier ones. */
final class StabilityFigures {

    private final FactorSample sample;
    private final DayFigures[] days;
    private final int quantiles;

    StabilityFigures(FactorSample sample, DayFigures[] days, int quantiles) {
        this.sample = sample;
        this.days = days;
        this.quantiles = quantiles;
    }

    Stability at(int lag) {
        double[] autocorrelation = new double[days.length];
        double[][] turnover = new double[quantiles][days.length];
        Arrays.fill(autocorrelation, 0, Math.min(lag, days.length), Double.NaN);
        for (double[] each : turnover) {
            Arrays.fill(each, 0, Math.min(lag, days.length), Double.NaN);
        }
        IntStream.range(Math.min(lag, days.length), days.length).parallel().forEach(date -> {
            int[] earlier = places(date - lag);
            autocorrelation[date] = autocorrelation(date, date - lag, earlier);
            double[] shares = turnover(date, date - lag, earlier);
            for (int quantile = 0; quantile < quantiles; quantile++) {
                turnover[quantile][date] = shares[quantile];
            }
        });
        double[] means =
                Arrays.stream(turnover).mapToDouble(StabilityFigures::mean).toArray();
        return new Stability(lag, autocorrelation, mean(autocorrelation), turnover, means);
    }

    /** Place of each asset among those observed on a date, or -1. */
    private int[] places(int date) {
        int[] places = new int[sample.prices().assets()];
        Arrays.fill(places, -1);
        int[] assets = sample.assets(date);
        for (int i = 0; i < assets.length; i++) {
            places[assets[i]] = i;
        }
        return places;
    }

    private double autocorrelation(int date, int before, int[] earlier) {
        int[] assets = sample.assets(date);
        double[] now = new double[assets.length];
        double[] then = new double[assets.length];
        int count = 0;
        for (int i = 0; i < assets.length; i++) {
            int place = earlier[assets[i]];
            if (place >= 0) {
                now[count] = days[date].ranks[i];
                then[count++] = days[before].ranks[place];
            }
        }
        return Correlation.pearson(Arrays.copyOf(now, count), Arrays.copyOf(then, count));
    }

    private double[] turnover(int date, int before, int[] earlier) {
        int[] assets = sample.assets(date);
        int[] size = new int[quantiles];
        int[] fresh = new int[quantiles];
        for (int i = 0; i < assets.length; i++) {
            int quantile = days[date].quantiles[i];
            int place = earlier[assets[i]];
            size[quantile - 1]++;
            fresh[quantile - 1] += place >= 0 && days[before].quantiles[place] == quantile ? 0 : 1;
        }
        return IntStream.range(0, quantiles)
                .mapToDouble(q -> size[q] == 0 ? Double.NaN : fresh[q] / (double) size[q])
                .toArray();
    }

    private static double mean(double[] series) {
        return SeriesSummary.of(series, 0).mean();
    }
}
