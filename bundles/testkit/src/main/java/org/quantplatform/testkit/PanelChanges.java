package org.quantplatform.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** Panels that differ from another one in a single respect. */
public final class PanelChanges {

    private PanelChanges() {}

    /** The assets in another order, under new tickers; {@code order} holds their old numbers. */
    public static Panel reordered(Panel panel, int[] order) {
        List<String> tickers = new ArrayList<>();
        for (int asset = 0; asset < order.length; asset++) {
            tickers.add(String.format(Locale.ROOT, "R%04d", asset));
        }
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : panel.fields()) {
            double[] column = new double[order.length * panel.days()];
            for (int asset = 0; asset < order.length; asset++) {
                System.arraycopy(
                        panel.column(field), order[asset] * panel.days(), column, asset * panel.days(), panel.days());
            }
            columns.put(field, column);
        }
        return new Panel(panel.market(), days(panel), tickers, columns);
    }

    /**
     * Splits the shares of an asset, {@code ratio} new ones for an old one. Adjusted prices and volume do not show it; what is
     * stated, share counts and per-share items change from the day on.
     */
    public static Panel split(Panel panel, int asset, int day, double ratio) {
        int from = asset * panel.days() + day;
        int to = (asset + 1) * panel.days();
        return changed(panel, from, to, field -> {
            boolean perShare = field.equals(Field.STATED_CLOSE) || field.name().contains("_per_share");
            boolean shares = field.equals(Field.STATED_VOLUME) || field.name().startsWith("shares_");
            return value -> perShare ? value / ratio : shares ? value * ratio : value;
        });
    }

    /** All prices of every third asset below zero. */
    public static Panel negated(Panel panel) {
        Panel changed = panel;
        for (int asset = 0; asset < panel.assets(); asset += 3) {
            int from = asset * panel.days();
            changed = changed(changed, from, from + panel.days(), field -> {
                boolean price = field.isPrice() || field.equals(Field.STATED_CLOSE);
                return value -> price ? -value : value;
            });
        }
        return changed;
    }

    private static Panel changed(Panel panel, int from, int to, Function<Field, DoubleUnaryOperator> change) {
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : panel.fields()) {
            double[] column = panel.column(field).clone();
            DoubleUnaryOperator operator = change.apply(field);
            for (int i = from; i < to; i++) {
                column[i] = operator.applyAsDouble(column[i]);
            }
            columns.put(field, column);
        }
        return new Panel(panel.market(), days(panel), panel.tickers(), columns);
    }

    private static int[] days(Panel panel) {
        int[] days = new int[panel.days()];
        Arrays.setAll(days, panel::epochDay);
        return days;
    }
}
