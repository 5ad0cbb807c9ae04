package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.CheckStore.Compared;
import org.quantplatform.core.data.CheckStore.Stated;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.spi.data.DataKind;

/** Compares stored bars with those of other sources, for a sample of instruments, and counts what could not be compared. */
final class Comparing {

    private static final int FAILURES_IN_A_ROW = 3;

    private final CheckStore checks;
    private final Asking asking;
    private final ExchangeRates rates;
    private final CheckRequest request;
    private final CompareWith how;
    private final Set<String> sample;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, int[]> days = new TreeMap<>();
    private long bars;
    private long different;

    /** @param request with nothing of its comparison left out */
    Comparing(CheckStore checks, Asking asking, CheckRequest request, List<Span> spans) {
        this.checks = checks;
        this.asking = asking;
        this.rates = new ExchangeRates(checks);
        this.request = request;
        this.how = Objects.requireNonNull(request.compare());
        this.sample = sample(spans);
    }

    Compared result() {
        Comparison comparison = new Comparison(
                sources(),
                Objects.requireNonNull(how.closeTolerance()),
                Objects.requireNonNull(how.volumeTolerance()),
                days.size(),
                bars,
                different,
                leftOut);
        return new Compared(comparison, days);
    }

    /** @param count of the instrument's stored bars */
    void compare(JobContext context, Span span, long count, List<Finding> findings) throws JobCancelled {
        if (count == 0) {
            return;
        }
        if (span.synthetic() || !sample.contains(span.ticker())) {
            leftOut.merge(span.synthetic() ? "synthetic" : "not_sampled", count, Long::sum);
            return;
        }
        Optional<Stated> stated =
                checks.stated(request.market(), span.ticker(), request.startDate(), request.endDate());
        if (stated.isEmpty() || stated.get().bars().epochDays().length == 0) {
            return;
        }
        Differences differences = differences(context, stated.get());
        findings.addAll(differences.findings());
        differences.left().forEach((reason, left) -> leftOut.merge(reason, left, Long::sum));
        different += differences.different();
        int[] compared = differences.days();
        bars += compared.length;
        if (compared.length > 0) {
            days.put(span.ticker(), compared);
        }
    }

    private Differences differences(JobContext context, Stated stated) throws JobCancelled {
        String own = stated.sources()[stated.sources().length - 1];
        Optional<String> source =
                sources().stream().filter(id -> !id.equals(own)).findFirst();
        if (source.isEmpty()) {
            return Differences.none(stated, "same_source", "there is no other source than " + own);
        }
        PriceBasis basis = Objects.requireNonNull(how.priceBasis());
        if (!Yardstick.comparable(stated.basis(), basis)) {
            return Differences.none(stated, "price_basis", "dividends cannot be taken out of prices");
        }
        return against(source.get(), stated, basis, context);
    }

    private Differences against(String source, Stated stated, PriceBasis basis, JobContext context)
            throws JobCancelled {
        OtherBars other = new OtherBars(stated.bars().ticker(), asking.rules(request.market()), context::cancelled);
        LocalDate last = stated.date(stated.bars().epochDays().length - 1);
        String failure = ask(source, stated, other, Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS), last);
        if (failure != null) {
            return Differences.none(stated, "source_failed", source + ": " + failure);
        }
        Map<LocalDate, Double> splits = stated.bars().splits();
        if (stated.basis() != basis) {
            String untold =
                    ask(source, stated, other, Set.of(DataKind.CORPORATE_ACTIONS), asking.today(request.market()));
            if (untold != null && splits.isEmpty()) {
                return Differences.none(stated, "price_basis", "its splits are not known: " + source + ": " + untold);
            }
            splits = untold == null ? other.splits() : splits;
        }
        String currency = other.currency().isEmpty() ? stated.currency() : other.currency();
        Yardstick yardstick = new Yardstick(
                stated.basis(), basis, splits, rates.between(currency, stated.currency(), stated.date(0), last));
        return Differences.of(
                stated, new Differences.Other(source, other, yardstick, note(stated, basis, currency)), how);
    }

    private static String note(Stated stated, PriceBasis basis, String currency) {
        String adjusted = basis == stated.basis()
                ? ""
                : basis == PriceBasis.RAW ? ", adjusted for splits" : ", its splits undone";
        return currency.equals(stated.currency()) ? adjusted : adjusted + ", told in " + currency;
    }

    /** Why the source did not answer; null when it did. */
    private @Nullable String ask(String source, Stated stated, OtherBars other, Set<DataKind> kinds, LocalDate to)
            throws JobCancelled {
        int before = failures.getOrDefault(source, 0);
        if (before == FAILURES_IN_A_ROW) {
            return "not asked any more after " + before + " failures in a row";
        }
        LocalDate from = stated.date(0);
        List<String> ticker = List.of(stated.bars().ticker());
        StoredUpdate update = new StoredUpdate(
                request.market(),
                List.of(source),
                UpdateMode.UPDATE,
                ticker,
                from,
                to,
                0,
                0,
                false,
                stated.basis(),
                Map.of(),
                null);
        String failure = asking.fetch(update, source, new Asking.Wanted(kinds, ticker, from, to, null), other);
        failures.put(source, failure == null ? 0 : before + 1);
        return failure;
    }

    private List<String> sources() {
        return Objects.requireNonNull(how.sources());
    }

    private Set<String> sample(List<Span> spans) {
        List<String> able = spans.stream()
                .filter(span -> !span.synthetic() && within(span))
                .map(Span::ticker)
                .toList();
        int most = Math.min(Objects.requireNonNull(how.instruments()), able.size());
        Set<String> chosen = new HashSet<>();
        for (long i = 0; i < most; i++) {
            chosen.add(able.get((int) (i * able.size() / most)));
        }
        return chosen;
    }

    private boolean within(Span span) {
        LocalDate first = span.firstBar();
        LocalDate last = span.lastBar();
        LocalDate start = request.startDate();
        LocalDate end = request.endDate();
        return first != null
                && last != null
                && (end == null || !first.isAfter(end))
                && (start == null || !last.isBefore(start));
    }
}
