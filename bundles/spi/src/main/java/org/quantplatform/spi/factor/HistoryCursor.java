package org.quantplatform.spi.factor;

import org.quantplatform.model.Field;

/** A cell that is moved over the declared histories of one asset after the other. For one thread. */
public final class HistoryCursor implements Cell {

    private final Field[] fields;
    private final double[][] histories;
    private int day;

    /** @param needs what may be read */
    public HistoryCursor(Requirements needs, int days) {
        this.fields = needs.fields().toArray(Field[]::new);
        this.histories = new double[fields.length][days];
    }

    /** Takes up an asset; the day stays as it is. */
    public void moveTo(FactorInput input, int asset) {
        for (int i = 0; i < fields.length; i++) {
            input.read(asset, fields[i], histories[i]);
        }
    }

    public void moveTo(int toDay) {
        this.day = toDay;
    }

    @Override
    public double ago(Field field, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("nothing may look ahead, asked for " + days + " days ago");
        }
        int at = day - days;
        return at < 0 ? Double.NaN : history(field)[at];
    }

    private double[] history(Field field) {
        for (int i = 0; i < fields.length; i++) {
            // mostly the constant itself: comparing records is slow until the code has been compiled
            if (fields[i] == field || fields[i].equals(field)) {
                return histories[i];
            }
        }
        throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
    }
}
