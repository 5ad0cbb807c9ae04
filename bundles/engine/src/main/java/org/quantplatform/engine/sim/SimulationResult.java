package org.quantplatform.engine.sim;

import java.util.List;
import java.util.stream.IntStream;

/** What a simulation did. Arrays are handed out without a copy: do not write to them. */
public final class SimulationResult {

    private final int firstDay;
    private final double[] equity;
    private final double[] cash;
    private final double[][] balances;
    private final Currencies currencies;
    private final double[] shares;
    private final double[] marks;
    private final TradeLog trades;
    private final CashLog flows;
    private final int decisions;
    private final List<String> warnings;
    private final boolean cancelled;

    SimulationResult(Recorder recorder, Book book, List<String> warnings) {
        this.firstDay = recorder.firstDay();
        this.equity = recorder.equity();
        this.cash = recorder.cash();
        this.currencies = book.currencies();
        this.balances = IntStream.range(0, currencies.count())
                .mapToObj(recorder::balance)
                .toArray(double[][]::new);
        this.decisions = recorder.decisions();
        this.cancelled = recorder.cancelled();
        this.shares = book.shares();
        this.marks = book.marks();
        this.trades = book.trades();
        this.flows = book.flows();
        this.warnings = List.copyOf(warnings);
    }

    public int firstDay() {
        return firstDay;
    }

    /** Inclusive; earlier than asked for when the simulation was cancelled. */
    public int lastDay() {
        return firstDay + equity.length - 1;
    }

    /** Cash and positions at the close of each simulated day; place 0 is {@link #firstDay}. */
    public double[] equity() {
        return equity;
    }

    /** Cash of all currencies at the close of each simulated day, in the account's. */
    public double[] cash() {
        return cash;
    }

    /** Which currencies there are. */
    public Currencies currencies() {
        return currencies;
    }

    /** Cash of one currency at the close of each simulated day, in its own units. */
    public double[] cash(int currency) {
        return balances[currency];
    }

    /** Shares of each asset of the panel at the end, negative for a short position. */
    public double[] finalShares() {
        return shares;
    }

    public TradeLog trades() {
        return trades;
    }

    /** Price at which each held asset is valued at the end: its last known close; without meaning for others. */
    public double[] finalMarks() {
        return marks;
    }

    /** Everything that changed cash or shares besides trades. */
    public CashLog flows() {
        return flows;
    }

    /** Days on which the decider set targets or placed orders. */
    public int decisions() {
        return decisions;
    }

    /** Sentences for people, such as that fills looked ahead or that an asset went without a delisting price. */
    public List<String> warnings() {
        return warnings;
    }

    public boolean cancelled() {
        return cancelled;
    }
}
