package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quantplatform.model.CashFlow;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** A run's cash flows in one row. */
final class FlowRows {

    private FlowRows() {}

    static void replace(Session session, long run, List<CashFlow> flows) throws SQLException {
        session.update("delete from backtest_flows where run = ?", run);
        session.update(
                """
                insert into backtest_flows (run, days, tickers, kinds, currencies, amounts, shares_after)
                values (?, ?, ?, ?, ?, ?, ?)""",
                run,
                flows.stream()
                        .mapToInt(flow -> Math.toIntExact(flow.date().toEpochDay()))
                        .toArray(),
                flows.stream().map(CashFlow::ticker).toArray(String[]::new),
                flows.stream().map(flow -> flow.kind().name()).toArray(String[]::new),
                flows.stream().map(CashFlow::currency).toArray(String[]::new),
                flows.stream().mapToDouble(CashFlow::amount).toArray(),
                flows.stream().mapToDouble(CashFlow::sharesAfter).toArray());
    }

    static Optional<List<CashFlow>> read(Session session, String id) throws SQLException {
        return session.first(
                """
                select f.* from backtest_flows f join backtest_results b on b.number = f.run where b.id = ?""",
                FlowRows::flows,
                id);
    }

    private static List<CashFlow> flows(ResultSet row) throws SQLException {
        int[] days = Columns.ints(row, "days");
        String[] tickers = (String[]) row.getArray("tickers").getArray();
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        String[] currencies = (String[]) row.getArray("currencies").getArray();
        double[] amounts = Columns.doubles(row, "amounts");
        double[] sharesAfter = Columns.doubles(row, "shares_after");
        List<CashFlow> flows = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            flows.add(new CashFlow(
                    LocalDate.ofEpochDay(days[i]),
                    tickers[i],
                    CashFlow.Kind.valueOf(kinds[i]),
                    currencies[i],
                    amounts[i],
                    sharesAfter[i]));
        }
        return List.copyOf(flows);
    }
}
