package org.quantplatform.engine.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

/** A simulation in few words: assets A, B, C … on weekdays from Monday, 2 January 2023; decides daily, fills at closes. */
final class Scenario {

    static final LocalDate START = LocalDate.of(2023, 1, 2);
    static final double NONE = Double.NaN;

    private final Map<String, double[]> closes = new TreeMap<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final Map<String, LocalDate> delisted = new TreeMap<>();
    private double[] opens;
    private double capital = 1000;
    private Rebalance schedule = Rebalance.DAILY;
    private FillPrice fill = FillPrice.NEXT_CLOSE;
    private ShareRule shares = ShareRule.FRACTIONAL;
    private double slippage;
    private int lot = 1;
    private Charges charges = Charges.NONE;

    static Scenario of(String ticker, double... closes) {
        return new Scenario().and(ticker, closes);
    }

    Scenario and(String ticker, double... prices) {
        closes.put(ticker, prices);
        return this;
    }

    /** For a single asset. */
    Scenario opens(double... prices) {
        opens = prices;
        return this;
    }

    Scenario capital(double amount) {
        capital = amount;
        return this;
    }

    Scenario schedule(Rebalance rule) {
        schedule = rule;
        return this;
    }

    Scenario fill(FillPrice rule) {
        fill = rule;
        return this;
    }

    Scenario whole(int sharesPerLot) {
        shares = ShareRule.WHOLE;
        lot = sharesPerLot;
        return this;
    }

    Scenario slippage(double fraction) {
        slippage = fraction;
        return this;
    }

    Scenario charges(Charges rule) {
        charges = rule;
        return this;
    }

    Scenario action(String ticker, int day, CorporateAction.Kind kind, double value) {
        actions.add(new CorporateAction(Market.US, ticker, date(day), kind, value));
        return this;
    }

    Scenario delisted(String ticker, int lastDay) {
        delisted.put(ticker, date(lastDay));
        return this;
    }

    /** The {@code day}-th weekday. */
    static LocalDate date(int day) {
        return START.plusDays(day / 5 * 7L + day % 5);
    }

    Panel panel() {
        int days = closes.values().iterator().next().length;
        double[] column =
                closes.values().stream().flatMapToDouble(Arrays::stream).toArray();
        int[] epochDays = new int[days];
        Arrays.setAll(epochDays, day -> (int) date(day).toEpochDay());
        double[] open = opens == null ? column : opens;
        return new Panel(
                Market.US,
                epochDays,
                List.copyOf(closes.keySet()),
                Map.of(Field.CLOSE, column, Field.OPEN, open, Field.HIGH, column, Field.LOW, open));
    }

    Setup setup() {
        Panel panel = panel();
        int[] lots = new int[panel.assets()];
        Arrays.fill(lots, lot);
        LocalDate[] gone = panel.tickers().stream().map(delisted::get).toArray(LocalDate[]::new);
        return new Setup(panel, actions, 0, panel.days() - 1, capital, schedule, fill, shares, slippage, lots, gone);
    }

    /** The same weights whenever a decision is due. */
    SimulationResult hold(double... weights) {
        return run((day, current, targets) -> {
            System.arraycopy(weights, 0, targets, 0, weights.length);
            return true;
        });
    }

    /** Decides on day 0 only. */
    SimulationResult buyOnce(double... weights) {
        return run((day, current, targets) -> {
            System.arraycopy(weights, 0, targets, 0, weights.length);
            return day == 0;
        });
    }

    SimulationResult run(Decider decider) {
        return Simulator.run(setup(), decider, charges, Progress.NONE);
    }
}
