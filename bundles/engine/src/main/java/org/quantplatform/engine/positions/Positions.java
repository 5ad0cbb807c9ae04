package org.quantplatform.engine.positions;

import java.util.Arrays;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** What is held, with the last known price of each asset in terms of the day's shares. */
final class Positions {

    private final double[] closes;
    private final int days;
    private final double[] shares;
    private final double[] marks;
    private int[] held = new int[16];
    private int count;
    private double rate = 1;

    Positions(Panel prices) {
        this.closes = prices.column(Field.CLOSE);
        this.days = prices.days();
        this.shares = new double[prices.assets()];
        this.marks = new double[prices.assets()];
    }

    int count() {
        return count;
    }

    /** Held assets in increasing order. */
    int asset(int place) {
        return held[place];
    }

    /** In the account's currency, negative for a short position. */
    double value(int place) {
        int asset = held[place];
        return shares[asset] * marks[asset] * rate;
    }

    double shares(int asset) {
        return shares[asset];
    }

    /** In the account's currency, 0 when nothing is held. */
    double worth(int asset) {
        return shares[asset] == 0 ? 0 : shares[asset] * marks[asset] * rate;
    }

    /** @param price at which it is valued until its first close */
    void set(int asset, double after, double price) {
        if (shares[asset] == 0 && after != 0) {
            marks[asset] = price;
            insert(asset);
        } else if (shares[asset] != 0 && after == 0) {
            remove(asset);
        }
        shares[asset] = after;
    }

    void split(int asset, double ratio) {
        marks[asset] /= ratio;
    }

    void markToClose(int day, double dayRate) {
        rate = dayRate;
        for (int i = 0; i < count; i++) {
            double close = closes[held[i] * days + day];
            if (close > 0) {
                marks[held[i]] = close;
            }
        }
    }

    private void insert(int asset) {
        int place = -Arrays.binarySearch(held, 0, count, asset) - 1;
        if (count == held.length) {
            held = Arrays.copyOf(held, count * 2);
        }
        System.arraycopy(held, place, held, place + 1, count - place);
        held[place] = asset;
        count++;
    }

    private void remove(int asset) {
        int place = Arrays.binarySearch(held, 0, count, asset);
        System.arraycopy(held, place + 1, held, place, count - place - 1);
        count--;
    }
}
