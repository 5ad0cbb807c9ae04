package org.quantplatform.market.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.RowWriter;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Rename;

/** Updates of one market in maps; corrections add no chunk. */
final class MemoryUpdates implements UpdateStore {

    final Map<String, String> requests = new LinkedHashMap<>();
    final Map<String, TreeMap<LocalDate, Double>> bars = new TreeMap<>();
    final Map<String, TreeMap<Instant, Double>> minutes = new TreeMap<>();
    final Map<String, Instrument> instruments = new TreeMap<>();
    final Map<String, LocalDate[]> coverage = new TreeMap<>();
    final List<Chunk> chunks = new ArrayList<>();
    final List<String> states = new ArrayList<>();
    final List<Map<Integer, Boolean>> asked = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final List<String> releases = new ArrayList<>();
    final Set<String> askedForActions = new TreeSet<>();
    private final Set<Refused> refused = new LinkedHashSet<>();
    private final long[] counts = new long[6];
    private boolean planned;
    private int wanted;
    private long absent;
    private @Nullable NewUpdate latest;

    @Override
    public String create(Caller caller, NewUpdate update, String requestJson, Optional<Claim> claim) {
        String id = "up_20260131_%03d".formatted(requests.size() + 1);
        requests.put(id, requestJson);
        latest = update;
        planned = false;
        chunks.clear();
        states.clear();
        asked.clear();
        return id;
    }

    @Override
    public Optional<UpdateReport> get(String id) {
        NewUpdate update = latest;
        if (update == null || !requests.containsKey(id)) {
            return Optional.empty();
        }
        return Optional.of(new UpdateReport(
                id,
                JobStatus.RUNNING,
                0,
                update.market(),
                update.mode(),
                update.timeframe().code(),
                update.sources(),
                wanted,
                chunks.size(),
                states.stream().filter("done"::equals).count(),
                states.stream().filter("failed"::equals).count(),
                chunks.stream().mapToLong(Chunk::requested).sum(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                0,
                counts[4],
                counts[5],
                absent,
                0,
                Map.of(),
                Map.of(),
                releases.isEmpty() ? null : "1",
                null,
                null,
                Instant.EPOCH,
                null));
    }

    @Override
    public Page<UpdateReport> list(PageRequest page) {
        return Page.cut(
                requests.keySet().stream().map(id -> get(id).orElseThrow()).toList(), page);
    }

    @Override
    public Page<UpdateChunk> chunks(String id, PageRequest page) {
        return Page.cut(List.of(), page);
    }

    @Override
    public boolean planned(String id) {
        return planned;
    }

    @Override
    public void plan(String id, int instruments, List<Chunk> all) {
        planned = true;
        wanted = instruments;
        all.forEach(chunk -> {
            chunks.add(chunk);
            states.add("pending");
            asked.add(new TreeMap<>());
        });
    }

    @Override
    public Optional<Pending> next(String id) {
        int index = states.indexOf("pending");
        return index < 0
                ? Optional.empty()
                : Optional.of(new Pending(index + 1, chunks.get(index), Map.copyOf(asked.get(index))));
    }

    @Override
    public void deliver(DeliveryKey key, PriceBasis basis, Delivered delivered) {
        if (asked.get(key.chunk() - 1).putIfAbsent(key.position(), true) != null) {
            return;
        }
        log.add(key.source() + " for " + key.chunk());
        counts[0] += delivered.judged().received();
        counts[4] += delivered.judged().refused();
        counts[5] += delivered.surplus();
        refused.addAll(delivered.refused());
        delivered.rows().accept(new Merging());
    }

    private final class Merging implements RowWriter {

        @Override
        public void instrument(Instrument instrument) {
            instruments.put(instrument.ticker(), instrument);
        }

        @Override
        public void bar(Row row) {
            LocalDate date = LocalDate.ofEpochDay(row.epochDay());
            Double before =
                    bars.computeIfAbsent(row.ticker(), t -> new TreeMap<>()).put(date, row.close());
            counts[before == null ? 1 : before == row.close() ? 2 : 3]++;
        }

        @Override
        public void minute(Minute minute) {
            Double before = minutes.computeIfAbsent(minute.ticker(), t -> new TreeMap<>())
                    .put(Instant.ofEpochSecond(minute.epochSecond()), minute.close());
            counts[before == null ? 1 : before == minute.close() ? 2 : 3]++;
        }

        @Override
        public void action(long line, CorporateAction action) {
            log.add(action.kind() + " of " + action.ticker());
        }

        @Override
        public void rename(Rename rename) {
            throw new AssertionError(rename);
        }

        @Override
        public void member(IndexMember member) {
            throw new AssertionError(member);
        }

        @Override
        public void fundamental(Fact fact) {
            throw new AssertionError(fact);
        }
    }

    @Override
    public void fail(DeliveryKey key, String error) {
        asked.get(key.chunk() - 1).putIfAbsent(key.position(), false);
        log.add(key.source() + " failed for " + key.chunk() + ": " + error);
    }

    @Override
    public void close(String id, int chunk, long lacking, @Nullable String coveredBy) {
        states.set(chunk - 1, coveredBy == null ? "failed" : "done");
        absent += lacking;
        Chunk done = chunks.get(chunk - 1);
        if (coveredBy != null && done.kind() == UpdateChunkKind.ACTIONS) {
            askedForActions.addAll(done.tickers());
        } else if (coveredBy != null && done.kind() != UpdateChunkKind.INSTRUMENTS) {
            done.tickers().forEach(ticker -> coverage.put(ticker, new LocalDate[] {done.from(), done.to()}));
        }
    }

    @Override
    public void release(String id) {
        releases.add(id);
    }

    @Override
    public void releaseEnded() {}

    @Override
    public List<Span> spans(Market market, Timeframe timeframe, List<String> tickers) {
        TreeSet<String> all = new TreeSet<>(bars.keySet());
        all.addAll(instruments.keySet());
        return all.stream()
                .filter(ticker -> tickers.isEmpty() || tickers.contains(ticker))
                .map(ticker -> timeframe == Timeframe.MINUTE ? minuteSpan(market, span(ticker)) : span(ticker))
                .toList();
    }

    private Span span(String ticker) {
        Instrument instrument = instruments.get(ticker);
        TreeMap<LocalDate, Double> days = bars.getOrDefault(ticker, new TreeMap<>());
        LocalDate[] covered = coverage.getOrDefault(ticker, new LocalDate[2]);
        return new Span(
                ticker,
                instrument != null && instrument.synthetic(),
                instrument == null ? null : instrument.listed(),
                instrument == null ? null : instrument.delisted(),
                days.isEmpty() ? null : days.firstKey(),
                days.isEmpty() ? null : days.lastKey(),
                covered[0],
                covered[1],
                refused.stream()
                        .filter(each -> each.ticker().equals(ticker))
                        .flatMap(each -> Optional.ofNullable(each.date()).stream())
                        .filter(date -> !days.containsKey(date))
                        .toList());
    }

    @Override
    public Map<String, int[]> days(
            Market market, Timeframe timeframe, List<String> tickers, LocalDate from, LocalDate to) {
        if (timeframe == Timeframe.MINUTE) {
            return minuteDays(market, tickers, from, to);
        }
        Map<String, int[]> days = new TreeMap<>();
        bars.forEach((ticker, of) -> {
            int[] within = of.subMap(from, true, to, true).keySet().stream()
                    .mapToInt(date -> (int) date.toEpochDay())
                    .toArray();
            if (within.length > 0 && (tickers.isEmpty() || tickers.contains(ticker))) {
                days.put(ticker, within);
            }
        });
        return days;
    }

    private Span minuteSpan(Market market, Span span) {
        int[] days = minuteDays(market, List.of(span.ticker()), LocalDate.EPOCH, LocalDate.MAX)
                .getOrDefault(span.ticker(), new int[0]);
        return new Span(
                span.ticker(),
                span.synthetic(),
                span.listed(),
                span.delisted(),
                days.length == 0 ? null : LocalDate.ofEpochDay(days[0]),
                days.length == 0 ? null : LocalDate.ofEpochDay(days[days.length - 1]),
                null,
                null,
                List.of());
    }

    private Map<String, int[]> minuteDays(Market market, List<String> tickers, LocalDate from, LocalDate to) {
        Map<String, int[]> days = new TreeMap<>();
        minutes.forEach((ticker, of) -> {
            int[] within = of.keySet().stream()
                    .map(start -> start.atZone(market.zone()).toLocalDate())
                    .distinct()
                    .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                    .mapToInt(day -> (int) day.toEpochDay())
                    .toArray();
            if (within.length > 0 && (tickers.isEmpty() || tickers.contains(ticker))) {
                days.put(ticker, within);
            }
        });
        return days;
    }

    @Override
    public Set<String> actionsAsked(Market market, Instant since) {
        return since.isBefore(Desk.CLOCK.instant()) ? Set.copyOf(askedForActions) : Set.of();
    }

    @Override
    public Map<Market, String> latest() {
        return new EnumMap<>(Market.class);
    }
}
