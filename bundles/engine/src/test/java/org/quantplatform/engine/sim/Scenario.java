package org.quantplatform.engine.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Order;
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
    private double[] highs;
    private double[] lows;
    private double[] volumes;
    private UnaryOperator<Terms> terms = UnaryOperator.identity();

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

    /** One asset, each bar as open, high, low, close. */
    static Scenario bars(double[]... bars) {
        Scenario scenario =
                of("A", Arrays.stream(bars).mapToDouble(bar -> bar[3]).toArray());
        scenario.opens = Arrays.stream(bars).mapToDouble(bar -> bar[0]).toArray();
        scenario.highs = Arrays.stream(bars).mapToDouble(bar -> bar[1]).toArray();
        scenario.lows = Arrays.stream(bars).mapToDouble(bar -> bar[2]).toArray();
        return scenario.fill(FillPrice.NEXT_OPEN);
    }

    static double[] bar(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    /** For a single asset. */
    Scenario volumes(double... shares) {
        volumes = shares;
        return this;
    }

    Scenario slippage(Slippage model) {
        return terms(old ->
                new Terms(model, old.rules(), old.liquidity(), old.financing(), old.currencies(), old.withholding()));
    }

    Scenario rules(TradingRules rules) {
        return terms(old -> new Terms(
                old.slippage(), rules, old.liquidity(), old.financing(), old.currencies(), old.withholding()));
    }

    Scenario liquidity(double participation, boolean carry) {
        return terms(old -> new Terms(
                old.slippage(),
                old.rules(),
                new Liquidity(participation, carry),
                old.financing(),
                old.currencies(),
                old.withholding()));
    }

    Scenario financing(Financing financing) {
        return terms(old -> new Terms(
                old.slippage(), old.rules(), old.liquidity(), financing, old.currencies(), old.withholding()));
    }

    Scenario currencies(Currencies currencies) {
        return terms(old -> new Terms(
                old.slippage(), old.rules(), old.liquidity(), old.financing(), currencies, old.withholding()));
    }

    Scenario withholding(double fraction) {
        return terms(old ->
                new Terms(old.slippage(), old.rules(), old.liquidity(), old.financing(), old.currencies(), fraction));
    }

    private Scenario terms(UnaryOperator<Terms> change) {
        UnaryOperator<Terms> before = terms;
        terms = old -> change.apply(before.apply(old));
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
        double[] volume = volumes == null ? new double[column.length] : volumes;
        return new Panel(
                Market.US,
                epochDays,
                List.copyOf(closes.keySet()),
                Map.of(
                        Field.CLOSE,
                        column,
                        Field.OPEN,
                        open,
                        Field.HIGH,
                        highs == null ? column : highs,
                        Field.LOW,
                        lows == null ? open : lows,
                        Field.VOLUME,
                        volume));
    }

    Setup setup() {
        Panel panel = panel();
        int[] lots = new int[panel.assets()];
        Arrays.fill(lots, lot);
        LocalDate[] gone = panel.tickers().stream().map(delisted::get).toArray(LocalDate[]::new);
        Setup plain =
                new Setup(panel, actions, 0, panel.days() - 1, capital, schedule, fill, shares, slippage, lots, gone);
        return plain.under(terms.apply(plain.terms()));
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

    /** Orders of asset 0 by day on which they are placed. */
    SimulationResult orders(Map<Integer, List<Order>> orders) {
        return run(new Decider() {
            @Override
            public boolean decide(int day, double[] weights, double[] targets) {
                throw new AssertionError("the richer form is asked");
            }

            @Override
            public boolean decide(int day, Account account, double[] targets) {
                orders.getOrDefault(day, List.of()).forEach(order -> account.order(0, order));
                return false;
            }
        });
    }

    SimulationResult run(Decider decider) {
        return Simulator.run(setup(), decider, charges, Progress.NONE);
    }
}
