package org.quantplatform.engine.expression;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** qlib's published features, one window at a time. A series starts with the asset's first bar; windows pass over gaps. */
final class NaiveAlpha158 {

    private static final double TINY = 1e-12;

    private final Panel panel;
    private int asset;
    private int first;

    NaiveAlpha158(Panel panel) {
        this.panel = panel;
    }

    double value(String name, int ofAsset, int day) {
        asset = ofAsset;
        first = 0;
        first = IntStream.range(0, panel.days())
                .filter(t -> !Double.isNaN(close(t)))
                .findFirst()
                .orElse(panel.days());
        if (day < first) {
            return Double.NaN;
        }
        String letters = name.replaceAll("\\d+$", "");
        String digits = name.substring(letters.length());
        boolean bar = name.startsWith("K") || digits.equals("0");
        return bar ? bar(name, day) : rolling(letters, Integer.parseInt(digits), day);
    }

    private double at(Field field, int t) {
        return t < first ? Double.NaN : panel.value(field, asset, t);
    }

    private double close(int t) {
        return panel.value(Field.CLOSE, asset, Math.max(0, t)) + (t < first ? Double.NaN : 0);
    }

    private double high(int t) {
        return at(Field.HIGH, t);
    }

    private double low(int t) {
        return at(Field.LOW, t);
    }

    private double volume(int t) {
        return at(Field.VOLUME, t);
    }

    private double bar(String name, int t) {
        double open = at(Field.OPEN, t);
        double range = high(t) - low(t) + TINY;
        return switch (name) {
            case "KMID" -> (close(t) - open) / open;
            case "KLEN" -> (high(t) - low(t)) / open;
            case "KMID2" -> (close(t) - open) / range;
            case "KUP" -> (high(t) - Math.max(open, close(t))) / open;
            case "KUP2" -> (high(t) - Math.max(open, close(t))) / range;
            case "KLOW" -> (Math.min(open, close(t)) - low(t)) / open;
            case "KLOW2" -> (Math.min(open, close(t)) - low(t)) / range;
            case "KSFT" -> (2 * close(t) - high(t) - low(t)) / open;
            case "KSFT2" -> (2 * close(t) - high(t) - low(t)) / range;
            case "OPEN0" -> open / close(t);
            case "HIGH0" -> high(t) / close(t);
            case "LOW0" -> low(t) / close(t);
            case "VWAP0" -> (high(t) + low(t) + close(t)) / 3 / close(t);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private double rolling(String name, int n, int t) {
        return switch (name) {
            case "ROC" -> close(t - n) / close(t);
            case "MA" -> mean(window(this::close, n, t)) / close(t);
            case "STD" -> deviation(window(this::close, n, t)) / close(t);
            case "BETA" -> slope(n, t) / close(t);
            case "RSQR" -> rSquare(n, t);
            case "RESI" -> residual(n, t) / close(t);
            case "MAX" -> max(window(this::high, n, t)) / close(t);
            case "MIN" -> min(window(this::low, n, t)) / close(t);
            case "QTLU" -> quantile(window(this::close, n, t), 0.8) / close(t);
            case "QTLD" -> quantile(window(this::close, n, t), 0.2) / close(t);
            case "RANK" -> rank(window(this::close, n, t), close(t));
            case "RSV" -> {
                double low = min(window(this::low, n, t));
                yield (close(t) - low) / (max(window(this::high, n, t)) - low + TINY);
            }
            case "IMAX" -> place(this::high, n, t) / n;
            case "IMIN" -> place(s -> -low(s), n, t) / n;
            case "IMXD" -> (place(this::high, n, t) - place(s -> -low(s), n, t)) / n;
            case "CORR" -> correlation(this::close, s -> Math.log(volume(s) + 1), n, t);
            case "CORD" ->
                correlation(
                        s -> close(s) / close(s - 1),
                        s -> finite(Math.log(finite(volume(s) / volume(s - 1)) + 1)),
                        n,
                        t);
            case "CNTP" -> mean(window(s -> close(s) > close(s - 1) ? 1 : 0, n, t));
            case "CNTN" -> mean(window(s -> close(s) < close(s - 1) ? 1 : 0, n, t));
            case "CNTD" -> rolling("CNTP", n, t) - rolling("CNTN", n, t);
            case "VMA" -> mean(window(this::volume, n, t)) / (volume(t) + TINY);
            case "VSTD" -> deviation(window(this::volume, n, t)) / (volume(t) + TINY);
            case "WVMA" -> {
                double[] turned = window(s -> Math.abs(close(s) / close(s - 1) - 1) * volume(s), n, t);
                yield deviation(turned) / (mean(turned) + TINY);
            }
            default -> changes(name, n, t);
        };
    }

    private double changes(String name, int n, int t) {
        IntToDoubleFunction of = name.startsWith("V") ? this::volume : this::close;
        double[] moves = window(s -> of.applyAsDouble(s) - of.applyAsDouble(s - 1), n, t);
        double up = moves.length == 0
                ? Double.NaN
                : Arrays.stream(moves).filter(x -> x > 0).sum();
        double down = moves.length == 0
                ? Double.NaN
                : -Arrays.stream(moves).filter(x -> x < 0).sum();
        double all = up + down + TINY;
        return switch (name.charAt(name.length() - 1)) {
            case 'P' -> up / all;
            case 'N' -> down / all;
            default -> (up - down) / all;
        };
    }

    private static double finite(double x) {
        return Double.isInfinite(x) ? Double.NaN : x;
    }

    private int start(int n, int t) {
        return Math.max(first, t - n + 1);
    }

    /** The known values among the last n. */
    private double[] window(IntToDoubleFunction of, int n, int t) {
        return IntStream.rangeClosed(start(n, t), t)
                .mapToDouble(of)
                .filter(x -> !Double.isNaN(x))
                .toArray();
    }

    private double[] days(int n, int t) {
        return IntStream.rangeClosed(start(n, t), t)
                .filter(s -> !Double.isNaN(close(s)))
                .mapToDouble(s -> s - t)
                .toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    private static double covariance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mean(x)) * (y[i] - mean(y));
        }
        return x.length < 2 ? Double.NaN : sum / (x.length - 1);
    }

    private static double deviation(double[] x) {
        return Math.sqrt(covariance(x, x));
    }

    private double slope(int n, int t) {
        double[] days = days(n, t);
        return covariance(days, window(this::close, n, t)) / covariance(days, days);
    }

    private double residual(int n, int t) {
        return close(t) - mean(window(this::close, n, t)) + slope(n, t) * mean(days(n, t));
    }

    private double rSquare(int n, int t) {
        double correlation = correlation(days(n, t), window(this::close, n, t));
        return correlation * correlation;
    }

    private double correlation(IntToDoubleFunction a, IntToDoubleFunction b, int n, int t) {
        IntUnaryOperator both = s -> Double.isNaN(a.applyAsDouble(s) + b.applyAsDouble(s)) ? 0 : 1;
        int[] known = IntStream.rangeClosed(start(n, t), t)
                .filter(s -> both.applyAsInt(s) == 1)
                .toArray();
        return correlation(
                Arrays.stream(known).mapToDouble(a::applyAsDouble).toArray(),
                Arrays.stream(known).mapToDouble(b::applyAsDouble).toArray());
    }

    private static double correlation(double[] x, double[] y) {
        boolean varies = Arrays.stream(x).distinct().count() > 1
                && Arrays.stream(y).distinct().count() > 1;
        return varies ? covariance(x, y) / deviation(x) / deviation(y) : Double.NaN;
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElse(Double.NaN);
    }

    private static double min(double[] x) {
        return Arrays.stream(x).min().orElse(Double.NaN);
    }

    private static double quantile(double[] x, double p) {
        if (x.length == 0) {
            return Double.NaN;
        }
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double place = (x.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, x.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private static double rank(double[] x, double value) {
        double below = Arrays.stream(x).filter(other -> other < value).count();
        double equal = Arrays.stream(x).filter(other -> other == value).count();
        return Double.isNaN(value) ? Double.NaN : (below + (equal + 1) / 2) / x.length;
    }

    /** Day of the window on which the greatest value stands first, from 1. */
    private double place(IntToDoubleFunction of, int n, int t) {
        int best = -1;
        for (int s = start(n, t); s <= t; s++) {
            if (!Double.isNaN(of.applyAsDouble(s)) && (best < 0 || of.applyAsDouble(s) > of.applyAsDouble(best))) {
                best = s;
            }
        }
        return best < 0 ? Double.NaN : best - start(n, t) + 1;
    }
}
