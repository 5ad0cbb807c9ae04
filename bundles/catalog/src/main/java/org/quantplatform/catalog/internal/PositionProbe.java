package org.quantplatform.catalog.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.PositionColumn;

/** Tries a strategy's position column on made-up prices. */
final class PositionProbe {

    private static final int DAYS = 260;
    private static final int[] CUTS = {1, 97, 200, 259};

    private PositionProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    @SuppressWarnings("unchecked")
    static <P extends Record> void run(PositionColumn<?> untyped, P parameters, Requirements needs) {
        PositionColumn<P> column = (PositionColumn<P>) untyped;
        Set<Field> accounts = new TreeSet<>(needs.fields());
        accounts.removeIf(field -> field.isPrice() || field.equals(Field.VOLUME));
        Panel whole = ProbePanel.of(DAYS, accounts, 11);
        for (int asset = 0; asset < whole.assets(); asset++) {
            byte[] all = positions(column, whole, asset, parameters, needs);
            String ticker = whole.ticker(asset);
            Refusal.unless(
                    Arrays.equals(all, positions(column, whole, asset, parameters, needs)),
                    "gives other positions for " + ticker + " the second time");
            for (byte position : all) {
                Refusal.unless(Math.abs(position) <= 1, "gives the position " + position + " for " + ticker);
            }
            for (int cut : CUTS) {
                byte[] early = positions(column, whole.head(cut), asset, parameters, needs);
                Refusal.unless(
                        Arrays.equals(early, Arrays.copyOf(all, cut)),
                        "looks ahead: positions of " + ticker + " change when the days after day " + (cut - 1)
                                + " are cut off");
            }
        }
    }

    private static <P extends Record> byte[] positions(
            PositionColumn<P> column, Panel panel, int asset, P parameters, Requirements needs) {
        byte[] out = new byte[panel.days()];
        ProbeInput input = ProbeInput.of(panel, needs.fields());
        try {
            column.positions(input, asset, parameters, out);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.thrown("positions, for " + panel.ticker(asset) + ",", e);
        }
        Refusal.unless(
                input.undeclared().isEmpty(), "reads the field " + input.undeclared() + " that it did not declare");
        return out;
    }
}
