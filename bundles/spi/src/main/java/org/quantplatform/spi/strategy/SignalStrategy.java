package org.quantplatform.spi.strategy;

import java.util.Arrays;
import org.quantplatform.model.Rebalance;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.HistoryCursor;

/**
 * A strategy that enters and leaves positions by signals of each asset's own past: the author writes the signal, this class
 * carries the positions. An asset keeps its position until a signal changes it. On a day on which any does, every position
 * is sized anew: to an equal part of the invested fraction, either one for each position or one for each eligible asset.
 * On other days nothing is traded.
 *
 * @param <P> the parameter record
 */
public abstract class SignalStrategy<P extends Record> implements Strategy<P>, PositionColumn<P> {

    /** What the past of an asset says on a day. */
    public enum Signal {
        /** Nothing new. */
        NONE,
        LONG,
        /** A short position where the run allows it, else none. */
        SHORT,
        /** Out of any position. */
        EXIT,
        EXIT_LONG,
        EXIT_SHORT
    }

    /** How the invested fraction is shared. */
    public enum Sizing {
        /** Among the positions: a single one takes all. */
        ALL_IN,
        /** Among the eligible assets, in a position or not. */
        EQUAL
    }

    /** The signal of the cell's asset and day; what lies before the data is NaN, and what cannot be said is NONE. */
    protected abstract Signal signal(Cell cell, P parameters);

    protected abstract Sizing sizing(P parameters);

    /** Fraction of the portfolio that is invested when every part is taken, above 0 and at most 1. */
    protected abstract double invested(P parameters);

    @Override
    public Rebalance schedule(P parameters) {
        return Rebalance.DAILY;
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public final void decide(Snapshot snapshot, P parameters, Targets out) {
        int[] wanted = new int[snapshot.assets()];
        boolean changed = false;
        int eligible = 0;
        for (int asset = 0; asset < wanted.length; asset++) {
            wanted[asset] = (int) Math.signum(snapshot.shares(asset));
            if (snapshot.eligible(asset)) {
                eligible++;
                int next = next(wanted[asset], signalOf(snapshot, asset, parameters), snapshot.allowsShort());
                changed |= next != wanted[asset];
                wanted[asset] = next;
            }
        }
        if (!changed) {
            out.hold();
            return;
        }
        int positions = (int) Arrays.stream(wanted).filter(each -> each != 0).count();
        int parts = sizing(parameters) == Sizing.ALL_IN ? positions : Math.max(positions, eligible);
        for (int asset = 0; asset < wanted.length; asset++) {
            if (wanted[asset] != 0) {
                out.set(asset, wanted[asset] * invested(parameters) / parts);
            }
        }
    }

    private Signal signalOf(Snapshot snapshot, int asset, P parameters) {
        return signal((field, days) -> snapshot.ago(field, asset, days), parameters);
    }

    private static int next(int position, Signal signal, boolean allowsShort) {
        return switch (signal) {
            case NONE -> position;
            case LONG -> PositionColumn.LONG;
            case SHORT -> allowsShort ? PositionColumn.SHORT : PositionColumn.FLAT;
            case EXIT -> PositionColumn.FLAT;
            case EXIT_LONG -> Math.min(position, PositionColumn.FLAT);
            case EXIT_SHORT -> Math.max(position, PositionColumn.FLAT);
        };
    }

    @Override
    public void positions(FactorInput input, int asset, P parameters, byte[] out) {
        HistoryCursor cursor = new HistoryCursor(requires(parameters), input.days());
        cursor.moveTo(input, asset);
        int position = PositionColumn.FLAT;
        for (int day = 0; day < input.days(); day++) {
            cursor.moveTo(day);
            position = next(position, signal(cursor, parameters), true);
            out[day] = (byte) position;
        }
    }
}
