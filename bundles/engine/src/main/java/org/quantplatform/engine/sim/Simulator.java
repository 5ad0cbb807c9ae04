package org.quantplatform.engine.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;

/**
 * Trades target weights through a panel of prices.
 *
 * <p>Each day runs in this order: corporate actions of the day; orders decided at the close before; marking at the
 * close; the decision, if it is a decision day. With {@code V} = cash + positions at the fill price before any order,
 * an asset's goal is target weight × V / fill price. All orders are sized at once; sells run before buys, each in
 * order of tickers. A position without a fill price is valued at its last close and not traded. When buys need more
 * cash than there is after the sells, all shrink by one common factor. Positions are marked at the last known close
 * and nothing is sold at the end. The same input gives the same result to the last bit.
 */
public final class Simulator {

    private final Setup setup;
    private final Panel panel;
    private final Schedule schedule;
    private final List<String> warnings = new ArrayList<>();
    private final Book book;
    private final Events events;
    private final Execution execution;
    private final Decider decider;
    private final Recorder recorder;
    private final Account account;
    private final double[] targets;

    private Simulator(Setup setup, Decider decider, Charges charges) {
        this.setup = setup;
        this.panel = setup.prices();
        this.schedule = new Schedule(panel, setup.schedule(), setup.firstDay());
        Lots lots = new Lots(setup.shares(), setup.lots());
        this.book = new Book(panel, setup.capital());
        this.events = new Events(setup, lots, warnings);
        this.execution = new Execution(setup, lots, charges, book);
        this.decider = decider;
        this.recorder = new Recorder(setup.firstDay(), setup.lastDay());
        this.account = new Account(book, panel.assets());
        this.targets = new double[panel.assets()];
    }

    /**
     * Runs on the caller's thread.
     *
     * @throws IllegalArgumentException when the decider sets a weight that is negative or not finite
     */
    public static SimulationResult run(Setup setup, Decider decider, Charges charges, Progress progress) {
        Simulator simulator = new Simulator(setup, decider, charges);
        simulator.run(progress);
        return new SimulationResult(simulator.recorder, simulator.book, simulator.warnings);
    }

    private void run(Progress progress) {
        boolean sameClose = setup.fill() == FillPrice.SAME_CLOSE;
        if (sameClose) {
            warnings.add("orders are filled at the close that decided them, which looks ahead");
        }
        boolean pending = false;
        for (int day = setup.firstDay(); day <= setup.lastDay(); day++) {
            events.apply(day, book);
            if (pending) {
                execution.run(day, day - 1, targets);
            }
            double equity = book.markToClose(day);
            pending = (sameClose || day < setup.lastDay()) && schedule.decidesOn(day) && decide(day, equity);
            if (pending && sameClose) {
                execution.run(day, day, targets);
                equity = book.markToClose(day);
                pending = false;
            }
            recorder.close(equity, book.cash());
            if (!progress.onDay(recorder.completed(), recorder.total())) {
                break;
            }
        }
        warnOfStale();
    }

    private boolean decide(int day, double equity) {
        account.at(day, equity);
        Arrays.fill(targets, 0);
        if (!decider.decide(day, account, targets)) {
            return false;
        }
        recorder.decided();
        return isDrifted(day);
    }

    /** Checks the targets too. */
    private boolean isDrifted(int day) {
        double drift = 0;
        for (int asset = 0; asset < targets.length; asset++) {
            if (!(targets[asset] >= 0 && targets[asset] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("target weight of " + panel.ticker(asset) + " on " + panel.date(day)
                        + " must be a finite number of at least 0, was " + targets[asset]);
            }
            drift = Math.max(drift, Math.abs(account.weights()[asset] - targets[asset]));
        }
        boolean drifts = setup.schedule().kind() == Rebalance.Kind.THRESHOLD;
        // many small targets would never start if an empty portfolio had to drift first
        return !drifts || book.heldCount() == 0 || drift > setup.schedule().threshold();
    }

    private void warnOfStale() {
        int last = setup.firstDay() + recorder.completed() - 1;
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            if (!book.hasClose(asset, last)) {
                warnings.add(panel.ticker(asset) + " has no close on " + panel.date(last)
                        + " and is valued at its last one");
            }
        }
    }
}
