package org.quantplatform.engine.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Order;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;

/** A random market with gaps, splits, dividends and delistings, and random targets, all told by one seed. */
final class RandomMarket {

    static final int DAYS = 60;
    static final Charges COSTS = (asset, day, side, shares, price, bill) -> {
        bill.commission = Math.max(1, 0.001 * shares * price);
        bill.tax = side == Side.SELL ? 0.002 * shares * price : 0;
    };

    final int[] epochDays = new int[DAYS];
    final Map<String, double[]> opens = new TreeMap<>();
    final Map<String, double[]> closes = new TreeMap<>();
    final List<CorporateAction> actions = new ArrayList<>();
    /** By ticker, for each day. */
    final Map<String, double[]> targets = new TreeMap<>();

    RandomMarket(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Arrays.setAll(epochDays, day -> (int) Scenario.date(day).toEpochDay());
        int assets = 1 + random.nextInt(8);
        for (int asset = 0; asset < assets; asset++) {
            String ticker = "T" + asset;
            opens.put(ticker, new double[DAYS]);
            closes.put(ticker, new double[DAYS]);
            targets.put(ticker, new double[DAYS]);
            walk(ticker, random, 1.0 / assets);
        }
    }

    private void walk(String ticker, SplittableRandom random, double fairWeight) {
        double price = 5 + 200 * random.nextDouble();
        int end = random.nextInt(4) == 0 ? 20 + random.nextInt(30) : DAYS - 1;
        for (int day = 0; day < DAYS; day++) {
            price *= 0.95 + 0.1 * random.nextDouble();
            int chance = random.nextInt(40);
            if (chance == 0) {
                double ratio = random.nextBoolean() ? 1.5 : 0.1;
                price /= ratio;
                actions.add(action(ticker, day, CorporateAction.Kind.SPLIT, ratio));
            } else if (chance == 1) {
                actions.add(action(ticker, day, CorporateAction.Kind.DIVIDEND, price * 0.02));
            }
            boolean trades = day <= end && chance != 2;
            opens.get(ticker)[day] = trades && chance != 3 ? price * (0.99 + 0.02 * random.nextDouble()) : Double.NaN;
            closes.get(ticker)[day] = trades ? price : Double.NaN;
            targets.get(ticker)[day] = random.nextInt(3) == 0 ? 0 : fairWeight * random.nextDouble();
        }
        if (end < DAYS - 1) {
            actions.add(action(ticker, end, CorporateAction.Kind.DELISTING, random.nextBoolean() ? 0 : price));
        }
    }

    private CorporateAction action(String ticker, int day, CorporateAction.Kind kind, double value) {
        return new CorporateAction(Market.US, ticker, LocalDate.ofEpochDay(epochDays[day]), kind, value);
    }

    Panel panel() {
        double[] open = column(opens);
        double[] close = column(closes);
        double[] high = new double[close.length];
        double[] low = new double[close.length];
        double[] volume = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            high[i] = Math.max(open[i], close[i]) * 1.01;
            low[i] = Math.min(open[i], close[i]) * 0.99;
            volume[i] = 100 + i * 7919L % 5000;
        }
        return new Panel(
                Market.US,
                epochDays,
                List.copyOf(closes.keySet()),
                Map.of(Field.OPEN, open, Field.CLOSE, close, Field.HIGH, high, Field.LOW, low, Field.VOLUME, volume));
    }

    private static double[] column(Map<String, double[]> values) {
        return values.values().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    SimulationResult run(FillPrice fill, ShareRule shares, Charges charges) {
        Panel panel = panel();
        int[] lots = new int[panel.assets()];
        Arrays.fill(lots, 1);
        Setup setup = new Setup(
                panel,
                actions,
                0,
                DAYS - 1,
                1_000_000,
                Rebalance.WEEKLY,
                fill,
                shares,
                0.0005,
                lots,
                new LocalDate[panel.assets()]);
        Decider decider = (day, weights, wanted) -> {
            for (int asset = 0; asset < wanted.length; asset++) {
                wanted[asset] = targets.get(panel.ticker(asset))[day];
            }
            return true;
        };
        return Simulator.run(setup, decider, charges, Progress.NONE);
    }

    /** Everything at once: short positions, leverage, interest, two currencies, impact, a volume cap, ticks and orders. */
    SimulationResult runWithEverything(ShareRule shares, long seed) {
        Panel panel = panel();
        SplittableRandom random = new SplittableRandom(seed);
        int[] currencyOf = new int[panel.assets()];
        double[] rates = new double[DAYS];
        Arrays.setAll(currencyOf, asset -> asset % 2);
        Arrays.setAll(rates, day -> 1.1 + 0.1 * Math.sin(day));
        TradingRules rules = new TradingRules() {
            @Override
            public double lot(int asset, int day) {
                return 10;
            }

            @Override
            public double tick(int asset, int day, double price) {
                return 0.01;
            }

            @Override
            public boolean sellsNextDay(int asset, int day) {
                return asset == 0;
            }
        };
        Terms terms = new Terms(
                Slippage.volumeShare(panel, 0.1).plus(Slippage.proportional(0.0002)),
                rules,
                new Liquidity(0.2, random.nextBoolean()),
                new Financing(0.02, 0.05, 0.03, 360, true, 1.8, 0.5, 0.3),
                new Currencies(List.of("USD", "EUR"), currencyOf, new double[][] {rates}, 0.001),
                0.15);
        Setup setup = new Setup(
                panel,
                actions,
                0,
                DAYS - 1,
                20_000,
                Rebalance.DAILY,
                FillPrice.NEXT_OPEN,
                shares,
                terms,
                new LocalDate[panel.assets()]);
        return Simulator.run(setup, decider(panel, seed), COSTS, Progress.NONE);
    }

    /** Weights on some days, orders on others, both from the seed and the day alone. */
    private Decider decider(Panel panel, long seed) {
        return new Decider() {
            @Override
            public boolean decide(int day, double[] weights, double[] wanted) {
                throw new AssertionError("the richer form is asked");
            }

            @Override
            public boolean decide(int day, Account account, double[] wanted) {
                SplittableRandom random = new SplittableRandom(seed * 1000 + day);
                if (random.nextInt(6) == 0) {
                    for (int asset = 0; asset < wanted.length; asset++) {
                        wanted[asset] = 2 * targets.get(panel.ticker(asset))[day] * (random.nextInt(3) == 0 ? -1 : 1);
                    }
                    return true;
                }
                int asset = random.nextInt(wanted.length);
                double price = account.price(asset);
                if (price > 0) {
                    account.order(asset, order(random, price));
                }
                return false;
            }
        };
    }

    private static Order order(SplittableRandom random, double price) {
        Order order = random.nextBoolean()
                ? Order.shares(random.nextInt(1, 60) * (random.nextBoolean() ? 1 : -1))
                : Order.toWeight(random.nextDouble() - 0.3);
        return switch (random.nextInt(5)) {
            case 0 -> order.limit(price * 0.99).untilCancelled();
            case 1 -> order.stop(price * 1.01).untilCancelled().oneOf(1);
            case 2 -> order.stop(price * 0.99).limit(price * 0.985);
            case 3 -> order.atClose();
            default -> order;
        };
    }

    /** Gives every asset another name; {@code T0} becomes {@code U9} and so on, which turns the order around. */
    void renameBackwards() {
        for (String ticker : List.copyOf(closes.keySet())) {
            String renamed = "U" + (9 - Integer.parseInt(ticker.substring(1)));
            opens.put(renamed, opens.remove(ticker));
            closes.put(renamed, closes.remove(ticker));
            targets.put(renamed, targets.remove(ticker));
            actions.replaceAll(action -> action.ticker().equals(ticker)
                    ? new CorporateAction(action.market(), renamed, action.exDate(), action.kind(), action.value())
                    : action);
        }
    }

    /** The same market if {@code ticker} had split by {@code ratio} on {@code day}. */
    void split(String ticker, int day, double ratio) {
        for (int later = day; later < DAYS; later++) {
            opens.get(ticker)[later] /= ratio;
            closes.get(ticker)[later] /= ratio;
        }
        LocalDate exDate = LocalDate.ofEpochDay(epochDays[day]);
        actions.replaceAll(action -> action.ticker().equals(ticker)
                        && action.kind() != CorporateAction.Kind.SPLIT
                        && !action.exDate().isBefore(exDate)
                ? new CorporateAction(action.market(), ticker, action.exDate(), action.kind(), action.value() / ratio)
                : action);
        actions.add(action(ticker, day, CorporateAction.Kind.SPLIT, ratio));
    }
}
