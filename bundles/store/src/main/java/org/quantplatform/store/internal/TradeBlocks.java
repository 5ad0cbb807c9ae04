package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** A run's trades in blocks of {@value #SIZE}, the same in the view {@code backtest_trades}. */
final class TradeBlocks {

    static final int SIZE = 1024;

    private static final String INSERT =
            """
            insert into backtest_trade_blocks
                (run, block, days, signal_days, tickers, sells, shares, prices, commissions, taxes, slippages)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private TradeBlocks() {}

    static void replace(Session session, long run, List<Trade> trades) throws SQLException {
        session.update("delete from backtest_trade_blocks where run = ?", run);
        for (int from = 0; from < trades.size(); from += SIZE) {
            List<Trade> block = trades.subList(from, Math.min(from + SIZE, trades.size()));
            session.update(
                    INSERT,
                    run,
                    from / SIZE,
                    days(block, false),
                    days(block, true),
                    block.stream().map(Trade::ticker).toArray(String[]::new),
                    sells(block),
                    amounts(block, Trade::shares),
                    amounts(block, Trade::price),
                    amounts(block, Trade::commission),
                    amounts(block, Trade::tax),
                    amounts(block, Trade::slippage));
        }
    }

    /** Trades {@code from} to {@code to}, the end left out; fewer when there are not so many. */
    static List<Trade> read(Session session, long run, long from, long to) throws SQLException {
        List<Trade> trades = new ArrayList<>();
        List<Long> first = session.list(
                """
                select block, days, signal_days, tickers, sells, shares, prices, commissions, taxes, slippages
                from backtest_trade_blocks where run = ? and block between ? and ? order by block""",
                row -> {
                    addAll(row, trades);
                    return row.getLong("block") * SIZE;
                },
                run,
                from / SIZE,
                Math.max(from, to - 1) / SIZE);
        if (first.isEmpty()) {
            return List.of();
        }
        int skipped = Math.toIntExact(from - first.get(0));
        int end = Math.toIntExact(Math.min(to - first.get(0), trades.size()));
        return skipped >= end ? List.of() : List.copyOf(trades.subList(skipped, end));
    }

    static List<Trade> all(Session session, long run) throws SQLException {
        return read(session, run, 0, (long) Integer.MAX_VALUE);
    }

    private static void addAll(ResultSet row, List<Trade> trades) throws SQLException {
        int[] days = Columns.ints(row, "days");
        int[] signalDays = Columns.ints(row, "signal_days");
        String[] tickers = (String[]) row.getArray("tickers").getArray();
        Boolean[] sells = (Boolean[]) row.getArray("sells").getArray();
        double[] shares = Columns.doubles(row, "shares");
        double[] prices = Columns.doubles(row, "prices");
        double[] commissions = Columns.doubles(row, "commissions");
        double[] taxes = Columns.doubles(row, "taxes");
        double[] slippages = Columns.doubles(row, "slippages");
        for (int i = 0; i < days.length; i++) {
            trades.add(new Trade(
                    LocalDate.ofEpochDay(days[i]),
                    LocalDate.ofEpochDay(signalDays[i]),
                    tickers[i],
                    sells[i] ? Side.SELL : Side.BUY,
                    shares[i],
                    prices[i],
                    commissions[i],
                    taxes[i],
                    slippages[i]));
        }
    }

    private static int[] days(List<Trade> block, boolean ofSignal) {
        return block.stream()
                .mapToInt(trade -> Math.toIntExact((ofSignal ? trade.signalDate() : trade.date()).toEpochDay()))
                .toArray();
    }

    private static boolean[] sells(List<Trade> block) {
        boolean[] sells = new boolean[block.size()];
        for (int i = 0; i < sells.length; i++) {
            sells[i] = block.get(i).side() == Side.SELL;
        }
        return sells;
    }

    private static double[] amounts(List<Trade> block, ToDoubleFunction<Trade> amount) {
        return block.stream().mapToDouble(amount).toArray();
    }
}
