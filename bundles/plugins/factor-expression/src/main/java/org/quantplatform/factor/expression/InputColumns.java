package org.quantplatform.factor.expression;

import java.util.TreeMap;
import org.quantplatform.engine.expression.Columns;
import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.FactorInput;

/** What a factor may see, as expressions want it; sectors are numbered in order of their names. */
final class InputColumns implements Columns {

    private final FactorInput input;
    private final int[] sectors;

    InputColumns(FactorInput input) {
        this.input = input;
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (int asset = 0; asset < input.assets(); asset++) {
            input.sector(asset).ifPresent(sector -> numbers.put(sector, 0));
        }
        int next = 0;
        for (String sector : numbers.keySet()) {
            numbers.put(sector, next++);
        }
        this.sectors = new int[input.assets()];
        for (int asset = 0; asset < sectors.length; asset++) {
            sectors[asset] = input.sector(asset).map(numbers::get).orElse(-1);
        }
    }

    @Override
    public int assets() {
        return input.assets();
    }

    @Override
    public int days() {
        return input.days();
    }

    @Override
    public void read(int asset, Field field, double[] target) {
        input.read(asset, field, target);
    }

    @Override
    public int sector(int asset) {
        return sectors[asset];
    }

    @Override
    public boolean isEligible(int asset, int day) {
        return input.isEligible(asset, day);
    }
}
