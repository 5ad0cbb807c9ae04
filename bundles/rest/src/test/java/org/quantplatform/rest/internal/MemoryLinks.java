package org.quantplatform.rest.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.sharing.SharedLinks;
import org.quantplatform.api.sharing.SharedResults;
import org.quantplatform.faces.fixtures.MemoryShares;
import org.quantplatform.model.QuantException;

/** One link, with a run of one day behind it. */
final class MemoryLinks implements SharedLinks {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 2);

    @Override
    public SharedResults open(String token, String address) {
        if (!token.equals(MemoryShares.TOKEN)) {
            throw QuantException.notFound("link", "");
        }
        return new SharedResults(
                "bt_1",
                "Momentum",
                DAY,
                DAY,
                1e6,
                "USD",
                new BacktestSummary(0.1, 0.1, 0.1, 1, 1, 1, 0, 1, 1, 1, 1e6, 1, 0, 0, 0, 0),
                new BacktestMetrics("bt_1", Map.of("sharpe_ratio", 1.0), List.of(), Map.of()),
                new EquitySeries(List.of(DAY), new double[] {1e6}, new double[] {0}, new double[] {0}, new double[0]),
                true,
                Instant.parse("2026-01-09T03:04:05Z"));
    }
}
