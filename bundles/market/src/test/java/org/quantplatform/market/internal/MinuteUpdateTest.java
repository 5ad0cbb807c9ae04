package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;
import org.quantplatform.spi.data.MinuteSource;

class MinuteUpdateTest {

    /** It is Friday evening in New York: the session has closed. */
    private static final LocalDate FRIDAY = LocalDate.of(2024, 6, 14);

    @TempDir
    private Path folder;

    private final MemoryUpdates store = new MemoryUpdates();
    private Desk desk;
    private UpdateHandler handler;
    private Updates service;
    private Minutes one;
    private Minutes two;

    @BeforeEach
    void openDesk() throws IOException {
        desk = new Desk(folder);
        one = new Minutes(10);
        two = new Minutes(40);
        desk.sources.put("one", one);
        desk.sources.put("two", two);
        desk.sources.put("days", new Days());
        handler = new UpdateHandler(store, desk.store, desk.registry(), Desk.CLOCK);
        service = new UpdatesService(
                        new CallerUpdates.Stores(store, desk.store, new MemorySchedules()),
                        desk.queue(),
                        desk.registry(),
                        new CallerUpdates.Markets(
                                new Rulebook(desk.registry()), new SourceChains(new NoSettings()), Desk.CLOCK))
                .forCaller(Desk.CALLER);
        for (String ticker : List.of("A", "B")) {
            store.instruments.put(ticker, Instrument.unknownStock(Market.US, ticker, "XNYS", "USD"));
        }
    }

    private static class Days implements DataSource {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Market.US), Set.of(DataKind.DAILY_BARS), false, false);
        }

        @Override
        public void fetch(DataRequest request, DataSink sink) {
            throw new AssertionError(request);
        }
    }

    /** Has two minutes of every session, but for what it is told. */
    private static final class Minutes extends Days implements MinuteSource {

        final int kept;
        final List<MinuteRequest> requests = new ArrayList<>();
        final Set<LocalDate> missing = new TreeSet<>();
        final Map<Integer, BarValues> odd = new TreeMap<>();
        double price = 10;
        int seconds;
        int failuresToCome;
        LocalDate beyond = LocalDate.MAX;

        Minutes(int kept) {
            this.kept = kept;
        }

        @Override
        public int minuteDays(Market market) {
            return market == Market.US ? kept : 0;
        }

        @Override
        public void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException {
            requests.add(request);
            if (failuresToCome > 0) {
                failuresToCome--;
                throw new IOException("connection reset");
            }
            LocalDate last = beyond.equals(LocalDate.MAX) ? request.lastDay() : beyond;
            for (String ticker : request.tickers()) {
                request.firstDay()
                        .datesUntil(last.plusDays(1))
                        .filter(sink::isSession)
                        .filter(day -> !missing.contains(day))
                        .forEach(day -> deliver(ticker, day, sink));
            }
        }

        private void deliver(String ticker, LocalDate day, MinuteSink sink) {
            for (int minute = 0; minute < 2; minute++) {
                Instant start = day.atTime(LocalTime.of(9, 30 + minute, seconds))
                        .atZone(Market.US.zone())
                        .toInstant();
                sink.bar(ticker, start, odd.getOrDefault(minute, new BarValues(price, price, price, price, 100)));
            }
        }
    }

    private static UpdateRequest request(
            @Nullable String start, @Nullable UpdateMode mode, List<String> tickers, String... sources) {
        return new UpdateRequest(
                Market.US,
                List.of(sources),
                mode,
                tickers,
                start == null ? null : LocalDate.parse(start),
                null,
                null,
                null,
                null,
                null,
                null,
                "1m");
    }

    private UpdateReport run(UpdateRequest request) throws Exception {
        String id = service.submit(request).updateId();
        handler.run(new Desk.Job(id, String.valueOf(store.requests.get(id))));
        return service.get(id);
    }

    @Test
    void asksForWholeSessionsByTheClockOfTheExchange() throws Exception {
        UpdateReport report = run(request("2024-06-12", null, List.of("A"), "one"));

        assertThat(one.requests)
                .containsExactly(new MinuteRequest(
                        Market.US,
                        List.of("A"),
                        Instant.parse("2024-06-12T04:00:00Z"),
                        Instant.parse("2024-06-15T04:00:00Z")));
        assertThat(store.minutes.get("A"))
                .hasSize(6)
                .containsKeys(Instant.parse("2024-06-12T13:30:00Z"), Instant.parse("2024-06-14T13:31:00Z"));
        assertThat(report.timeframe()).isEqualTo("1m");
        assertThat(List.of(report.requested(), report.received(), report.stored(), report.absent()))
                .containsExactly(3L, 6L, 6L, 0L);
        assertThat(store.bars).isEmpty();
    }

    @Test
    void thenAsksForTheLatestStoredSessionAgainAndFindsCorrections() throws Exception {
        run(request("2024-06-12", null, List.of("A"), "one"));
        one.price = 11;

        UpdateReport second = run(request(null, null, List.of("A"), "one"));

        assertThat(store.chunks).extracting(Chunk::from).containsExactly(FRIDAY);
        assertThat(second.revised()).isEqualTo(2);
    }

    @Test
    void goesBackAsFarAsTheSourcesKeepMinutesButNotMoreThanThirtyDays() throws Exception {
        run(request(null, null, List.of("A"), "one"));
        assertThat(store.chunks).extracting(Chunk::from).containsExactly(LocalDate.of(2024, 6, 5));

        store.minutes.clear();
        run(request(null, null, List.of("A"), "two"));
        assertThat(store.chunks).extracting(Chunk::from).first().isEqualTo(LocalDate.of(2024, 5, 16));
    }

    @Test
    void refusesARangeThatNoSourceKeeps() {
        assertThat(errors(request("2024-06-04", null, List.of("A"), "one")))
                .containsExactly(new FieldError(
                        "start_date",
                        "must not be before 2024-06-05, from which day on minute bars are kept by source 'one'"));
        assertThat(service.submit(request("2024-06-04", null, List.of("A"), "one", "two")))
                .isNotNull();
    }

    @Test
    void refusesWhatMinutesDoNotHave() {
        assertThat(errors(request(null, null, List.of("A"), "days")))
                .containsExactly(new FieldError("sources[0]", "source 'days' has no minute bars of US"));
        assertThat(errors(request(null, null, List.of("A", "ZZZ"), "one")))
                .containsExactly(new FieldError("tickers", "ZZZ is not stored: update the daily bars first"));
        UpdateRequest wrong = new UpdateRequest(
                Market.US,
                List.of("one"),
                null,
                List.of("A"),
                null,
                null,
                null,
                null,
                true,
                null,
                Map.of("kinds", "bars"),
                "5m");
        assertThat(errors(wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("timeframe", "actions", "options");
    }

    private List<FieldError> errors(UpdateRequest request) {
        List<FieldError> errors = new ArrayList<>();
        assertThatThrownBy(() -> service.submit(request)).isInstanceOfSatisfying(QuantException.class, e -> {
            errors.addAll(e.errors());
        });
        return errors;
    }

    @Test
    void asksTheNextSourceForSessionsThatTheFirstLacksOrDoesNotKeep() throws Exception {
        one.missing.add(LocalDate.of(2024, 6, 13));
        two.price = 99;

        UpdateReport report = run(request("2024-06-03", null, List.of("A"), "one", "two"));

        assertThat(one.requests.get(0).firstDay()).isEqualTo(LocalDate.of(2024, 6, 5));
        assertThat(closes("2024-06-03", "2024-06-04", "2024-06-13")).containsOnly(99.0);
        assertThat(closes("2024-06-05", "2024-06-12", "2024-06-14")).containsOnly(10.0);
        assertThat(report.absent()).isZero();
        assertThat(report.surplus()).isPositive();
    }

    private List<Double> closes(String... days) {
        return List.of(days).stream()
                .map(day -> store.minutes.get("A").get(Instant.parse(day + "T13:30:00Z")))
                .toList();
    }

    @Test
    void refusesAndFlagsMinutesAsDailyBars() throws Exception {
        one.odd.put(0, new BarValues(10, 11, 9, -1, 100));
        one.odd.put(1, new BarValues(10, 9, 11, 10, 0));
        one.beyond = FRIDAY.plusDays(3);

        UpdateReport report = run(request("2024-06-14", null, List.of("A"), "one"));

        assertThat(List.of(report.received(), report.stored(), report.refused(), report.surplus()))
                .containsExactly(2L, 1L, 1L, 2L);
        one.odd.clear();
        one.seconds = 30;
        one.beyond = LocalDate.MAX;
        assertThat(run(request("2024-06-14", null, List.of("B"), "one")).refused())
                .isEqualTo(3);
    }

    @Test
    void goesOnAfterAFailureOfOneSource() throws Exception {
        one.failuresToCome = 1;

        run(request("2024-06-13", null, List.of("A", "B"), "one", "two"));

        assertThat(store.log).anyMatch(line -> line.contains("one failed") && line.contains("connection reset"));
        assertThat(store.minutes).containsOnlyKeys("A", "B");
    }

    @Test
    void fillsSessionsThatAreMissingInARange() throws Exception {
        one.missing.add(LocalDate.of(2024, 6, 12));
        run(request("2024-06-11", null, List.of("A"), "one"));
        one.missing.clear();

        run(request("2024-06-11", UpdateMode.BACKFILL, List.of("A"), "one"));

        assertThat(store.chunks)
                .extracting(Chunk::from, Chunk::to)
                .containsExactly(tuple(LocalDate.of(2024, 6, 12), LocalDate.of(2024, 6, 12)));
        assertThat(store.minutes.get("A")).hasSize(8);
    }

    @Test
    void tellsSessionsWithoutAnyMinuteFromTheFirstOneOn() throws Exception {
        LocalDate listed = LocalDate.of(2020, 1, 2);
        store.instruments.put(
                "A", new Instrument(Market.US, "A", "XNYS", "A", AssetType.STOCK, null, "USD", listed, null, false));
        one.missing.addAll(List.of(LocalDate.of(2024, 6, 11), LocalDate.of(2024, 6, 12)));
        run(request("2024-06-10", null, List.of("A"), "one"));

        assertThat(gaps(Timeframe.MINUTE, null))
                .containsExactly(new Gap("A", LocalDate.of(2024, 6, 11), LocalDate.of(2024, 6, 12), 2, false));
        assertThat(gaps(Timeframe.MINUTE, "B")).isEmpty();
        assertThat(gaps(Timeframe.DAY, "A")).extracting(Gap::to).containsExactly(FRIDAY);
    }

    private List<Gap> gaps(Timeframe timeframe, @Nullable String ticker) {
        return service.gaps(new GapQuery(Market.US, timeframe, ticker, null, null), PageRequest.FIRST)
                .items();
    }

    @Test
    void asksForLongRangesPieceByPiece() throws Exception {
        run(request("2024-05-06", null, List.of("A", "B"), "two"));

        assertThat(store.chunks).hasSize(2).allSatisfy(chunk -> assertThat(chunk.tickers())
                .containsExactly("A", "B"));
        assertThat(store.chunks.get(0).requested()).isEqualTo(40);
        assertThat(store.states).containsOnly("done");
    }
}
