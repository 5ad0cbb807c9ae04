package org.quantplatform.engine.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;

/**
 * Trades target weights and orders through a panel of prices.
 *
 * <p>Each day runs in this order: interest and fees for the days since the bar before; corporate actions of the day; target
 * weights decided at the close before; orders placed one by one; marking at the close; the margin; the decision, if one is
 * due. What trades until the close does so at the exchange rates known then, what trades at the close at its rates; target
 * weights that are filled at the close come after the orders that the bar filled before it. With {@code V} = cash +
 * positions at the fill price before any order, an asset's goal is target weight × V / fill price. All goals are set at
 * once; sells run before buys, each in order of tickers. A position without a fill price is valued at its last close and
 * not traded. When buys need more cash than there is after the sells, all shrink by one common factor. Positions are marked
 * at the last known close and nothing is sold at the end. The same input gives the same result to the last bit.
 */
public final class Simulator {

    private final Setup setup;
    private final Panel panel;
    private final Schedule schedule;
    private final List<String> warnings = new ArrayList<>();
    private final Book book;
    private final Events events;
    private final Treasury treasury;
    private final Margin margin;
    private final Execution execution;
    private final OrderDesk desk;
    private final Trigger trigger;
    private final Decider decider;
    private final Recorder recorder;
    private final Account account;
    private final double[] targets;
    private final boolean sameClose;
    private final boolean atClose;
    private boolean wanted;

    private Simulator(Setup setup, Decider decider, Charges charges) {
        this.setup = setup;
        this.panel = setup.prices();
        this.schedule = new Schedule(panel, setup.schedule(), setup.firstDay());
        Lots lots = new Lots(setup.shares(), setup.terms().rules());
        this.book = new Book(panel, setup.capital(), setup.terms().currencies());
        Dealer dealer = new Dealer(setup, lots, charges, book);
        FillPrices prices = new FillPrices(panel, setup.fill());
        BuyingPower power = new BuyingPower(setup, prices, book);
        this.execution = new Execution(setup, prices, dealer, book, power);
        this.desk = new OrderDesk(setup, new Bars(panel, setup.fill(), prices), dealer, book, power);
        this.events = new Events(setup, lots, execution, desk, warnings);
        this.treasury = new Treasury(setup, book);
        this.margin = new Margin(setup, book, warnings);
        this.trigger = new Trigger(setup.schedule(), panel.assets(), setup.lastDay() - setup.firstDay() + 1);
        this.decider = decider;
        this.recorder = new Recorder(setup, book);
        this.account = new Account(book, desk, panel.assets());
        this.targets = new double[panel.assets()];
        this.sameClose = setup.fill() == FillPrice.SAME_CLOSE;
        this.atClose = sameClose || setup.fill() == FillPrice.NEXT_CLOSE;
    }

    /**
     * Runs on the caller's thread.
     *
     * @throws IllegalArgumentException when the decider sets a weight that is not finite, or negative where the terms allow
     *     no short positions
     */
    public static SimulationResult run(Setup setup, Decider decider, Charges charges, Progress progress) {
        Simulator simulator = new Simulator(setup, decider, charges);
        simulator.run(progress);
        return new SimulationResult(simulator.recorder, simulator.book, simulator.warnings);
    }

    private void run(Progress progress) {
        if (sameClose) {
            warnings.add("orders are filled at the close that decided them, which looks ahead");
        }
        boolean pending = false;
        for (int day = setup.firstDay(); day <= setup.lastDay(); day++) {
            begin(day);
            trade(day, pending);
            double equity = book.markToClose(day);
            pending = (sameClose || day < setup.lastDay()) && conclude(day, equity);
            if (sameClose) {
                equity = fillAtClose(day, equity, pending);
                pending = false;
            }
            recorder.close(equity);
            if (!progress.onDay(recorder.completed(), recorder.total())) {
                break;
            }
        }
        margin.warn();
        warnOfStale();
        warnOfNothing();
    }

    private void begin(int day) {
        book.begin(day);
        if (day > setup.firstDay()) {
            treasury.accrue(day);
        }
        events.apply(day, book);
    }

    /** Money for what traded before the close is changed before it, at the rate that was known then. */
    private void trade(int day, boolean pending) {
        if (!atClose) {
            target(day, pending);
        }
        desk.runUntilClose(day);
        treasury.settle(day);
        book.reachClose(day);
        if (atClose) {
            target(day, pending);
        }
        desk.runClose(day);
        treasury.settle(day);
    }

    private void target(int day, boolean pending) {
        if (pending) {
            execution.run(day, day - 1, targets);
        } else {
            execution.carryOn(day);
        }
    }

    private double fillAtClose(int day, double equity, boolean pending) {
        if (pending) {
            execution.run(day, day, targets);
        }
        if (!pending && !desk.runAtClose(day)) {
            return equity;
        }
        treasury.settle(day);
        return book.markToClose(day);
    }

    /** True when the targets are to be traded. */
    private boolean conclude(int day, double equity) {
        account.at(day, equity);
        if (margin.calls(day, equity, account.weights(), targets)) {
            desk.cancelAll();
            trigger.decided(targets);
            return true;
        }
        boolean empty = book.heldCount() == 0;
        boolean due = trigger.due(account, empty) && schedule.decidesOn(day) && !margin.ruined();
        return due && decide(day, empty);
    }

    private boolean decide(int day, boolean empty) {
        Arrays.fill(targets, 0);
        if (!decider.decide(day, account, targets)) {
            if (account.ordered()) {
                recorder.decided();
                wanted = true;
            }
            return false;
        }
        if (account.ordered()) {
            throw new IllegalStateException("either targets or orders, not both on one day");
        }
        recorder.decided();
        check(day);
        desk.cancelAll();
        execution.forget();
        return trigger.filter(account.weights(), targets, empty);
    }

    private void check(int day) {
        boolean shorts = setup.terms().financing().allowsShort();
        for (int asset = 0; asset < targets.length; asset++) {
            double target = targets[asset];
            if (!(shorts || target >= 0) || !(Math.abs(target) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("target weight of " + panel.ticker(asset) + " on " + panel.date(day)
                        + " must be a finite number" + (shorts ? "" : " of at least 0") + ", was " + target);
            }
            wanted |= target != 0;
        }
    }

    private void warnOfNothing() {
        if (book.trades().size() == 0) {
            warnings.add(
                    wanted
                            ? "nothing was traded: what was wanted had no price or no volume, or cost more than the capital"
                            : "nothing was traded: no asset was wanted on any decision day");
        }
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
