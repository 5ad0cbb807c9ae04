package org.quantplatform.store.internal.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.engine.kernel.Ranks;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;

/** A stored day of scores as it is shown. */
final class DayRow {

    private DayRow() {}

    static DayScores scores(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("tickers").getArray();
        double[] stored = Columns.doubles(row, "scores");
        List<String> tickers = new ArrayList<>();
        double[] scores = new double[stored.length];
        for (int asset = 0; asset < stored.length; asset++) {
            if (!Double.isNaN(stored[asset])) {
                scores[tickers.size()] = stored[asset];
                tickers.add(names[asset]);
            }
        }
        double[] present = Arrays.copyOf(scores, tickers.size());
        return new DayScores(
                row.getString("id"),
                row.getString("factor_name"),
                Market.valueOf(row.getString("market")),
                Columns.date(row, "date"),
                List.copyOf(tickers),
                present,
                percentiles(present));
    }

    private static double[] percentiles(double[] scores) {
        return Arrays.stream(Ranks.average(scores))
                .map(rank -> rank / scores.length)
                .toArray();
    }
}
