package org.quantplatform.research.internal.sharing;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.sharing.SharedLinks;
import org.quantplatform.api.sharing.SharedResults;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.sharing.ShareStore;
import org.quantplatform.core.sharing.ShareStore.Link;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.FullMetrics;
import org.quantplatform.research.internal.backtests.SyntheticData;

/** Shows what links lead to, to whoever has the token; each look is in the audit log. */
@Component
public final class OpenLinks implements SharedLinks {

    private final ShareStore shares;
    private final BacktestStore runs;
    private final AuditLog log;

    @Activate
    public OpenLinks(@Reference ShareStore shares, @Reference BacktestStore runs, @Reference AuditLog log) {
        this.shares = shares;
        this.runs = runs;
        this.log = log;
    }

    @Override
    public SharedResults open(String token, String address) {
        Optional<Link> link = LinkTokens.isToken(token) ? shares.link(LinkTokens.hash(token)) : Optional.empty();
        Optional<SharedResults> results = link.flatMap(this::results);
        record(address, results.map(SharedResults::backtestId).orElse(null));
        return results.orElseThrow(() ->
                QuantException.of(ErrorCode.NOT_FOUND, "this link does not exist, has expired, or was taken back"));
    }

    private Optional<SharedResults> results(Link link) {
        String id = link.backtestId();
        Optional<Backtest> run = runs.get(link.ownerId(), id);
        Optional<EquitySeries> equity = runs.equity(id);
        Optional<BacktestMetrics> metrics = runs.metrics(id);
        @Nullable BacktestSummary summary = run.map(Backtest::summary).orElse(null);
        if (summary == null || equity.isEmpty() || metrics.isEmpty()) {
            return Optional.empty();
        }
        Backtest shown = run.get();
        return Optional.of(new SharedResults(
                id,
                shown.strategyName(),
                shown.startDate(),
                shown.endDate(),
                shown.initialCapital(),
                shown.currency(),
                summary,
                FullMetrics.of(metrics.get(), FullMetrics.sample(shown, equity.get(), Convention.DAILY)),
                equity.get(),
                SyntheticData.isBehind(shown),
                link.expiresAt()));
    }

    private void record(String address, @Nullable String run) {
        log.append(new Caller(0, "", Set.of(), "", address), "share.open", run, run == null ? "denied" : "ok");
    }
}
