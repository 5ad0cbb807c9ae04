package org.quantplatform.market.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.InstrumentQuery;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.data.DirectLoadRefused;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rename;

/** Keeps imports and rows in maps, with the merging rules that the port states. */
final class MemoryStore implements ImportStore, MarketStore {

    final Map<String, String> requests = new LinkedHashMap<>();
    final Map<String, ImportReport> reports = new LinkedHashMap<>();
    private final Map<Claim, String> claims = new HashMap<>();
    final Map<String, Row> bars = new HashMap<>();
    final Map<String, Instrument> instruments = new HashMap<>();
    final List<Fact> facts = new ArrayList<>();
    List<MarketInfo> markets = List.of();

    @Override
    public Created create(Caller caller, String source, String requestJson, Optional<Claim> claim) {
        if (claim.isPresent() && claims.containsKey(claim.get())) {
            return new Created(claims.get(claim.get()), true);
        }
        String id = "im_20260131_%03d".formatted(requests.size() + 1);
        requests.put(id, requestJson);
        reports.put(id, report(id, source, JobStatus.QUEUED, new long[6], Map.of(), List.of()));
        claim.ifPresent(one -> claims.put(one, id));
        return new Created(id, false);
    }

    @Override
    public Optional<ImportReport> get(String id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public Page<ImportReport> list(PageRequest page) {
        return Page.cut(List.copyOf(reports.values()), page);
    }

    @Override
    public Writer begin(String id, String source, PriceBasis basis) {
        return new MemoryWriter(id, source, false);
    }

    /** As the store's, refused where rows contradict each other. */
    @Override
    public Writer beginDirect(String id, String source, PriceBasis basis) {
        directLoads++;
        return new MemoryWriter(id, source, true);
    }

    private ImportReport report(
            String id,
            String source,
            JobStatus status,
            long[] counts,
            Map<String, Long> reasons,
            List<ImportReport.Detail> details) {
        String snapshot = status == JobStatus.COMPLETED ? "S" + requests.size() : null;
        return new ImportReport(
                id,
                status,
                0,
                source,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                instruments.size(),
                0,
                0,
                reasons,
                details,
                false,
                snapshot,
                null,
                null,
                Instant.EPOCH,
                null);
    }

    final List<String> events = new ArrayList<>();
    int directLoads;

    private final class MemoryWriter implements Writer {

        private final String id;
        private final String source;
        private final boolean direct;
        private final List<Row> rows = new ArrayList<>();
        private final List<Fact> staged = new ArrayList<>();

        MemoryWriter(String id, String source, boolean direct) {
            this.id = id;
            this.direct = direct;
            this.source = source;
        }

        @Override
        public void instrument(Instrument instrument) {
            instruments.put(instrument.market() + ":" + instrument.ticker(), instrument);
        }

        @Override
        public void bar(Row row) {
            rows.add(row);
        }

        @Override
        public void minute(Minute minute) {
            throw new AssertionError(minute);
        }

        @Override
        public void action(long line, CorporateAction action) {
            events.add(line + " " + action);
        }

        @Override
        public void rename(Rename rename) {
            events.add(rename.toString());
        }

        @Override
        public void member(IndexMember member) {
            events.add(member.toString());
        }

        @Override
        public void fundamental(Fact fact) {
            staged.add(fact);
        }

        @Override
        public ImportReport commit(Judged judged) {
            Map<String, Row> mine = new LinkedHashMap<>();
            Set<String> conflicting = new HashSet<>();
            Map<String, Integer> copies = new HashMap<>();
            for (Row row : rows) {
                String key = row.market() + ":" + row.ticker() + ":" + row.epochDay();
                Row before = mine.putIfAbsent(key, row);
                copies.merge(key, 1, Integer::sum);
                if (before != null && !values(before).equals(values(row))) {
                    conflicting.add(key);
                }
            }
            if (direct && !conflicting.isEmpty()) {
                throw new DirectLoadRefused("rows contradict each other");
            }
            long[] counts = {judged.received(), 0, 0, 0, judged.flagged(), judged.refused()};
            Map<String, Long> reasons = new HashMap<>(judged.reasons());
            mine.forEach((key, row) -> {
                int copiesOfKey = copies.get(key);
                if (conflicting.contains(key)) {
                    counts[5] += copiesOfKey;
                    reasons.merge("conflicting duplicate", (long) copiesOfKey, Long::sum);
                    return;
                }
                Row before = bars.put(key, row);
                counts[before == null ? 1 : values(before).equals(values(row)) ? 2 : 3]++;
                counts[2] += copiesOfKey - 1;
                instruments.computeIfAbsent(
                        row.market() + ":" + row.ticker(),
                        k -> Instrument.unknownStock(
                                row.market(),
                                row.ticker(),
                                row.market().exchange(),
                                row.market().currency()));
            });
            facts.addAll(staged);
            counts[1] += staged.size();
            ImportReport report = report(id, source, JobStatus.COMPLETED, counts, reasons, judged.details());
            reports.put(id, report);
            return report;
        }

        private List<Double> values(Row row) {
            return List.of(row.open(), row.high(), row.low(), row.close(), row.volume());
        }

        @Override
        public void close() {}
    }

    @Override
    public List<MarketInfo> markets() {
        return markets;
    }

    @Override
    public Page<Instrument> instruments(InstrumentQuery query, PageRequest page) {
        return Page.cut(List.copyOf(instruments.values()), page);
    }

    @Override
    public Optional<Instrument> instrument(Market market, String ticker) {
        return Optional.ofNullable(instruments.get(market + ":" + ticker));
    }

    @Override
    public Optional<OhlcvSeries> bars(OhlcvQuery query) {
        return Optional.empty();
    }

    @Override
    public Optional<IntradaySeries> intraday(IntradayQuery query) {
        return Optional.empty();
    }

    @Override
    public LatestBars latest(LatestQuery query) {
        double[] none = {};
        return new LatestBars(
                query.market(), List.of(), List.of(), new boolean[0], List.of(), none, none, none, none, none);
    }

    @Override
    public Optional<Page<FundamentalFact>> fundamentals(FundamentalQuery query, PageRequest page) {
        return Optional.empty();
    }

    @Override
    public Page<DataChange> diff(DiffQuery query, PageRequest page) {
        return Page.cut(List.of(), page);
    }

    @Override
    public List<IndexInfo> indexes() {
        return List.of();
    }

    @Override
    public Page<SnapshotInfo> snapshots(PageRequest page) {
        throw QuantException.notFound("snapshot", "any");
    }
}
