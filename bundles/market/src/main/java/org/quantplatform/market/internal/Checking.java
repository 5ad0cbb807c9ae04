package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.core.data.CheckStore.Checked;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.market.MarketRules;

/** Checks instrument after instrument, then stores all findings at once. */
final class Checking {

    private static final int MOST_FINDINGS = 1_000_000;

    private final CheckStore checks;
    private final UpdateStore updates;
    private final MarketStore market;
    private final PluginRegistry plugins;
    private final Clock clock;

    Checking(CheckStore checks, UpdateStore updates, MarketStore market, PluginRegistry plugins, Clock clock) {
        this.checks = checks;
        this.updates = updates;
        this.market = market;
        this.plugins = plugins;
        this.clock = clock;
    }

    Map<String, Object> run(JobContext context) throws JobCancelled {
        CheckRequest request = QuantJson.read(context.requestJson(), CheckRequest.class);
        List<String> named = request.tickers() == null ? List.of() : request.tickers();
        List<Span> spans = updates.spans(request.market(), Timeframe.DAY, named);
        LocalDate from = first(request, spans);
        LocalDate to = last(request, spans);
        MarketRules rules = new Rulebook(plugins).of(request.market());
        Gaps gaps = new Gaps(MarketSessions.between(rules, from, to), from, to);
        Comparing comparing = request.compare() == null
                ? null
                : new Comparing(checks, new Asking(plugins, market, clock), request, spans);
        List<Finding> findings = new ArrayList<>();
        long bars = 0;
        for (int i = 0; i < spans.size(); i++) {
            context.progress(i, spans.size(), Map.of("findings", findings.size()));
            if (context.cancelled()) {
                throw new JobCancelled();
            }
            long checked = check(request, spans.get(i), gaps, findings);
            bars += checked;
            if (comparing != null) {
                comparing.compare(context, spans.get(i), checked, findings);
            }
            if (findings.size() > MOST_FINDINGS) {
                throw QuantException.of(
                        ErrorCode.UNPROCESSABLE,
                        "there are more than " + MOST_FINDINGS + " findings; check fewer instruments or days at once");
            }
        }
        List<String> tickers = spans.stream().map(Span::ticker).toList();
        CheckStore.Compared compared = comparing == null ? null : comparing.result();
        checks.save(context.id(), new Checked(request.market(), tickers, from, to, bars, findings, compared));
        return Map.of("findings", findings.size());
    }

    private long check(CheckRequest request, Span span, Gaps gaps, List<Finding> findings) {
        Optional<Bars> bars = checks.bars(request.market(), span.ticker(), request.startDate(), request.endDate());
        if (bars.isEmpty()) {
            return 0;
        }
        findings.addAll(QualityRules.findings(bars.get()));
        for (Gap gap : gaps.of(span, bars.get().epochDays())) {
            String detail = gap.sessions() + " to " + gap.to() + (gap.confirmed() ? ", the source has none" : "");
            findings.add(new Finding(gap.ticker(), gap.from(), QualityRules.MISSING, detail, false));
        }
        return bars.get().epochDays().length;
    }

    private LocalDate first(CheckRequest request, List<Span> spans) {
        LocalDate start = request.startDate();
        return start != null
                ? start
                : spans.stream()
                        .flatMap(span -> Optional.ofNullable(span.firstBar()).stream())
                        .min(LocalDate::compareTo)
                        .orElseGet(() -> LocalDate.now(clock));
    }

    private LocalDate last(CheckRequest request, List<Span> spans) {
        LocalDate end = request.endDate();
        return end != null
                ? end
                : spans.stream()
                        .flatMap(span -> Optional.ofNullable(span.lastBar()).stream())
                        .max(LocalDate::compareTo)
                        .orElseGet(() -> LocalDate.now(clock));
    }
}
