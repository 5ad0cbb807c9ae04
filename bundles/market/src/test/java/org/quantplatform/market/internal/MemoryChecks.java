package org.quantplatform.market.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/** Bars and what checks found of them, in maps. */
final class MemoryChecks implements CheckStore {

    final Map<String, Stated> stated = new TreeMap<>();
    final Map<String, String> requests = new LinkedHashMap<>();

    @Nullable
    Checked saved;

    /** Bars of one price each, on the days from the first on, one source for all. */
    void put(String ticker, Origin origin, LocalDate first, double... closes) {
        int[] days = new int[closes.length];
        double[] volumes = new double[closes.length];
        String[] flags = new String[closes.length];
        String[] sources = new String[closes.length];
        Arrays.setAll(days, i -> (int) first.toEpochDay() + i);
        Arrays.setAll(volumes, i -> 1000 + i);
        Arrays.fill(flags, "");
        Arrays.fill(sources, origin.source());
        Bars bars = new Bars(ticker, days, closes, closes, closes, closes, volumes, flags, origin.basis(), Map.of());
        stated.put(ticker, new Stated(bars, origin.currency(), sources));
    }

    record Origin(String source, PriceBasis basis, String currency) {}

    @Override
    public String create(Caller caller, CheckRequest request, String requestJson, Optional<Claim> claim) {
        String id = "ck_20260131_%03d".formatted(requests.size() + 1);
        requests.put(id, requestJson);
        return id;
    }

    @Override
    public Optional<CheckReport> get(String id) {
        return Optional.of(new CheckReport(
                id, JobStatus.QUEUED, 0, Market.US, null, null, 0, 0, Map.of(), null, null, null, Instant.EPOCH, null));
    }

    @Override
    public Page<CheckReport> list(PageRequest page) {
        return Page.cut(List.of(), page);
    }

    @Override
    public Page<Finding> findings(String id, FindingQuery query, PageRequest page) {
        return Page.cut(List.of(), page);
    }

    @Override
    public Optional<Bars> bars(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Optional.ofNullable(stated.get(ticker)).map(Stated::bars);
    }

    @Override
    public Optional<Stated> stated(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Optional.ofNullable(stated.get(ticker));
    }

    @Override
    public void save(String id, Checked checked) {
        saved = checked;
    }
}
