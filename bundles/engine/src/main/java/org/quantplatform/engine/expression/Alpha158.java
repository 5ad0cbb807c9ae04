package org.quantplatform.engine.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features that qlib publishes as Alpha158: nine of the day's bar, four of its prices, and 29 over each of 5, 10, 20,
 * 30 and 60 days. {@code $vwap}, which daily bars do not have, is the typical price.
 */
public final class Alpha158 {

    private static final List<Integer> WINDOWS = List.of(5, 10, 20, 30, 60);
    private static final String RANGE = "($high - $low + 1e-12)";
    private static final String GAIN = "Greater($close - Ref($close, 1), 0)";
    private static final String LOSS = "Greater(Ref($close, 1) - $close, 0)";
    private static final String MOVE = "Abs($close - Ref($close, 1))";
    private static final String MORE = "Greater($volume - Ref($volume, 1), 0)";
    private static final String FEWER = "Greater(Ref($volume, 1) - $volume, 0)";
    private static final String STEP = "Abs($volume - Ref($volume, 1))";
    private static final String TURNED = "Abs($close / Ref($close, 1) - 1) * $volume";

    /** N stands for the window. */
    private static final Map<String, String> ROLLING = rolling();

    private Alpha158() {}

    /** Expressions by name, {@code KMID} to {@code VSUMD60}, in qlib's order. */
    public static Map<String, String> features() {
        Map<String, String> features = new LinkedHashMap<>();
        features.put("KMID", "($close - $open) / $open");
        features.put("KLEN", "($high - $low) / $open");
        features.put("KMID2", "($close - $open) / " + RANGE);
        features.put("KUP", "($high - Greater($open, $close)) / $open");
        features.put("KUP2", "($high - Greater($open, $close)) / " + RANGE);
        features.put("KLOW", "(Less($open, $close) - $low) / $open");
        features.put("KLOW2", "(Less($open, $close) - $low) / " + RANGE);
        features.put("KSFT", "(2 * $close - $high - $low) / $open");
        features.put("KSFT2", "(2 * $close - $high - $low) / " + RANGE);
        for (String price : List.of("open", "high", "low", "vwap")) {
            features.put(price.toUpperCase(java.util.Locale.ROOT) + "0", "$" + price + " / $close");
        }
        ROLLING.forEach((name, formula) ->
                WINDOWS.forEach(days -> features.put(name + days, formula.replace("N", Integer.toString(days)))));
        return features;
    }

    private static Map<String, String> rolling() {
        Map<String, String> rolling = new LinkedHashMap<>();
        rolling.put("ROC", "Ref($close, N) / $close");
        rolling.put("MA", "Mean($close, N) / $close");
        rolling.put("STD", "Std($close, N) / $close");
        rolling.put("BETA", "Slope($close, N) / $close");
        rolling.put("RSQR", "Rsquare($close, N)");
        rolling.put("RESI", "Resi($close, N) / $close");
        rolling.put("MAX", "Max($high, N) / $close");
        rolling.put("MIN", "Min($low, N) / $close");
        rolling.put("QTLU", "Quantile($close, N, 0.8) / $close");
        rolling.put("QTLD", "Quantile($close, N, 0.2) / $close");
        rolling.put("RANK", "Rank($close, N)");
        rolling.put("RSV", "($close - Min($low, N)) / (Max($high, N) - Min($low, N) + 1e-12)");
        rolling.put("IMAX", "IdxMax($high, N) / N");
        rolling.put("IMIN", "IdxMin($low, N) / N");
        rolling.put("IMXD", "(IdxMax($high, N) - IdxMin($low, N)) / N");
        rolling.put("CORR", "Corr($close, Log($volume + 1), N)");
        rolling.put("CORD", "Corr($close / Ref($close, 1), Log($volume / Ref($volume, 1) + 1), N)");
        rolling.put("CNTP", "Mean($close > Ref($close, 1), N)");
        rolling.put("CNTN", "Mean($close < Ref($close, 1), N)");
        rolling.put("CNTD", "Mean($close > Ref($close, 1), N) - Mean($close < Ref($close, 1), N)");
        changes(rolling, "SUM", GAIN, LOSS, MOVE);
        rolling.put("VMA", "Mean($volume, N) / ($volume + 1e-12)");
        rolling.put("VSTD", "Std($volume, N) / ($volume + 1e-12)");
        rolling.put("WVMA", "Std(" + TURNED + ", N) / (Mean(" + TURNED + ", N) + 1e-12)");
        changes(rolling, "VSUM", MORE, FEWER, STEP);
        return rolling;
    }

    private static void changes(Map<String, String> rolling, String name, String up, String down, String all) {
        String total = " / (Sum(" + all + ", N) + 1e-12)";
        rolling.put(name + "P", "Sum(" + up + ", N)" + total);
        rolling.put(name + "N", "Sum(" + down + ", N)" + total);
        rolling.put(name + "D", "(Sum(" + up + ", N) - Sum(" + down + ", N))" + total);
    }
}
