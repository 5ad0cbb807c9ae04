package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.CorporateAction;
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

class UpdateHandlerTest {

    /** It is Friday evening in New York: the session has closed. */
    private static final LocalDate FRIDAY = LocalDate.of(2024, 6, 14);

    @TempDir
    private Path folder;

    private final MemoryUpdates store = new MemoryUpdates();
    private Desk desk;
    private UpdateHandler handler;
    private Updates service;
    private Provider one;
    private Provider two;

    @BeforeEach
    void openDesk() throws IOException {
        desk = new Desk(folder);
        one = provider("one");
        two = provider("two");
        handler = new UpdateHandler(store, desk.store, desk.registry(), Desk.CLOCK);
        service = service(new NoSettings());
    }

    private Updates service(MarketSettings settings) {
        return new UpdatesService(
                        new CallerUpdates.Stores(store, desk.store, new MemorySchedules()),
                        desk.queue(),
                        desk.registry(),
                        new CallerUpdates.Markets(
                                new Rulebook(desk.registry()), new SourceChains(settings), Desk.CLOCK))
                .forCaller(Desk.CALLER);
    }

    private Provider provider(String id) {
        Provider provider = new Provider();
        desk.sources.put(id, provider);
        return provider;
    }

    /** Has bars of every weekday at one price, but for what it is told. */
    private static final class Provider implements DataSource {

        final Map<String, Double> prices = new TreeMap<>();
        final Set<String> missing = new TreeSet<>();
        final Set<String> wrong = new TreeSet<>();
        final List<DataRequest> requests = new ArrayList<>();
        Set<DataKind> kinds = Set.of(DataKind.DAILY_BARS);
        int failuresToCome;
        boolean more;

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Market.US), kinds, false, false);
        }

        @Override
        public void fetch(DataRequest request, DataSink sink) throws IOException {
            requests.add(request);
            if (failuresToCome > 0) {
                failuresToCome--;
                throw new IOException("connection reset");
            }
            if (request.kinds().contains(DataKind.INSTRUMENTS)) {
                prices.keySet()
                        .forEach(ticker -> sink.instrument(Instrument.unknownStock(Market.US, ticker, "XNYS", "USD")));
            }
            LocalDate from = Objects.requireNonNull(request.from());
            LocalDate to = Objects.requireNonNull(request.to()).plusDays(more ? 0 : 1);
            for (String ticker :
                    request.kinds().contains(DataKind.DAILY_BARS) ? request.tickers() : List.<String>of()) {
                from.datesUntil(more ? to.plusDays(2) : to)
                        .filter(date -> sink.isSession(Market.US, date) && !missing.contains(ticker + date))
                        .filter(date -> prices.containsKey(ticker))
                        .forEach(date -> sink.bar(0, Market.US, ticker, date, bar(price(ticker, date))));
            }
            if (request.kinds().contains(DataKind.CORPORATE_ACTIONS)) {
                request.tickers()
                        .forEach(ticker -> sink.action(
                                new CorporateAction(Market.US, ticker, to, CorporateAction.Kind.DIVIDEND, 1)));
            }
        }

        private double price(String ticker, LocalDate date) {
            return wrong.contains(ticker + date) ? -1 : prices.get(ticker);
        }

        private static BarValues bar(double price) {
            return new BarValues(price, price, price, price, 100);
        }
    }

    private UpdateRequest request(UpdateMode mode, String start, int chunk, List<String> tickers, String... sources) {
        return new UpdateRequest(
                Market.US, List.of(sources), mode, tickers, LocalDate.parse(start), null, 2, chunk, null, null, null);
    }

    private UpdateReport run(UpdateRequest request) throws Exception {
        String id = service.submit(request).updateId();
        handler.run(job(id));
        return service.get(id);
    }

    private Desk.Job job(String id) {
        return new Desk.Job(id, String.valueOf(store.requests.get(id)));
    }

    @Test
    void asksForTheFirstDaysAndThenForTheOverlapOnly() throws Exception {
        one.prices.put("A", 10.0);
        run(request(UpdateMode.UPDATE, "2024-06-03", 10, List.of("A"), "one"));
        assertThat(store.bars.get("A")).hasSize(10).containsKeys(LocalDate.of(2024, 6, 3), FRIDAY);

        one.prices.put("A", 11.0);
        UpdateReport second = run(request(UpdateMode.UPDATE, "2024-06-03", 10, List.of("A"), "one"));

        assertThat(store.chunks).containsExactly(chunk("2024-06-13", "2024-06-14", 2, "A"));
        assertThat(second.revised()).isEqualTo(2);
        assertThat(store.releases).hasSize(2);
    }

    private static Chunk chunk(String from, String to, long requested, String... tickers) {
        return new Chunk(
                UpdateChunkKind.UPDATE, List.of(tickers), LocalDate.parse(from), LocalDate.parse(to), requested);
    }

    @Test
    void accountsForEveryRowAndDay() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0, "C", -1.0));
        one.missing.add("B2024-06-13");
        one.more = true;

        UpdateReport report = run(request(UpdateMode.UPDATE, "2024-06-13", 10, List.of("A", "B", "C", "D"), "one"));

        assertThat(report.requested()).isEqualTo(8);
        assertThat(report.received()).isEqualTo(5);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(report.absent()).isEqualTo(5);
        assertThat(report.surplus()).isZero();
    }

    @Test
    void asksTheNextSourceForWhatTheFirstLacksAndForNothingElse() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        one.missing.add("B2024-06-13");
        two.prices.putAll(Map.of("A", 99.0, "B", 21.0, "D", 40.0));

        UpdateReport report = run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A", "B", "D"), "one", "two"));

        assertThat(two.requests).hasSize(1);
        assertThat(two.requests.get(0).tickers()).containsExactly("B", "D");
        assertThat(store.bars.get("A")).hasSize(3).doesNotContainValue(99.0);
        assertThat(store.bars.get("B").values()).containsExactly(20.0, 21.0, 20.0);
        assertThat(store.bars.get("D")).hasSize(3);
        assertThat(List.of(report.stored(), report.surplus(), report.absent())).containsExactly(9L, 2L, 0L);
    }

    @Test
    void asksAgainForADayWhoseBarWasRefused() throws Exception {
        one.prices.put("A", 10.0);
        one.wrong.add("A2024-06-12");
        run(request(UpdateMode.UPDATE, "2024-06-10", 10, List.of("A"), "one"));
        assertThat(gaps())
                .containsExactly(new Gap("A", LocalDate.of(2024, 6, 12), LocalDate.of(2024, 6, 12), 1, false));

        one.wrong.clear();
        run(request(UpdateMode.BACKFILL, "2024-06-10", 10, List.of("A"), "one"));

        assertThat(store.bars.get("A")).hasSize(5);
        assertThat(gaps()).isEmpty();
    }

    private List<Gap> gaps() {
        return service.gaps(new GapQuery(Market.US, Timeframe.DAY, null, null, null), PageRequest.FIRST)
                .items();
    }

    @Test
    void takesActionsFromTheFirstSourceThatHasThemAndFromNoOther() throws Exception {
        two.kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        Provider three = provider("three");
        three.kinds = two.kinds;
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        one.missing.add("B2024-06-13");

        run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A", "B"), "one", "two", "three"));

        assertThat(store.log)
                .containsExactly("one for 1", "two for 1", "DIVIDEND of A", "DIVIDEND of B", "three for 1");
        assertThat(three.requests)
                .extracting(DataRequest::kinds)
                .allMatch(kinds -> !kinds.contains(DataKind.CORPORATE_ACTIONS));
    }

    @Test
    void asksAnotherSourceForActionsThoughNoBarIsMissing() throws Exception {
        two.kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        one.prices.put("A", 10.0);

        run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one", "two"));

        assertThat(two.requests).extracting(DataRequest::kinds).containsExactly(Set.of(DataKind.CORPORATE_ACTIONS));
        assertThat(store.log).containsExactly("one for 1", "two for 1", "DIVIDEND of A");
    }

    @Test
    void isNotDoneWhileNoSourceDeliversActions() throws Exception {
        two.kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        two.failuresToCome = 1;
        one.prices.put("A", 10.0);

        assertThatThrownBy(() -> run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one", "two")))
                .hasMessageContaining("1 of 1 parts failed")
                .hasMessageContaining("two: it cannot be read: connection reset");
        assertThat(store.states).containsExactly("failed");
        assertThat(store.bars.get("A")).hasSize(3);
    }

    @Test
    void refusesActionsThatNoSourceHas() {
        assertThatThrownBy(() -> service.submit(new UpdateRequest(
                        Market.US, List.of("one"), null, null, null, null, null, null, true, null, null)))
                .hasMessageContaining("none of the sources has corporate actions of US");
    }

    @Test
    void looksForLateActionsFromTimeToTime() throws Exception {
        one.kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        one.prices.put("A", 10.0);
        run(request(UpdateMode.UPDATE, "2024-06-03", 10, List.of("A"), "one"));
        assertThat(store.chunks).extracting(Chunk::kind).containsExactly(UpdateChunkKind.UPDATE);

        run(request(UpdateMode.UPDATE, "2024-06-03", 10, List.of("A"), "one"));
        assertThat(store.chunks)
                .last()
                .isEqualTo(new Chunk(UpdateChunkKind.ACTIONS, List.of("A"), FRIDAY.minusDays(400), FRIDAY, 0));
        assertThat(store.states).containsOnly("done");

        run(request(UpdateMode.UPDATE, "2024-06-03", 10, List.of("A"), "one"));
        assertThat(store.chunks).extracting(Chunk::kind).containsExactly(UpdateChunkKind.UPDATE);
    }

    @Test
    void asksTheOthersOfAMarketsSourcesWhileOneIsAway() throws Exception {
        service = service(new NoSettings() {
            @Override
            public String sources_us() {
                return "gone,one";
            }
        });
        one.prices.put("A", 10.0);
        UpdateRequest request = new UpdateRequest(
                Market.US, null, null, List.of("A"), LocalDate.parse("2024-06-12"), null, 2, 10, null, null, null);

        assertThat(run(request).sources()).containsExactly("one");

        desk.sources.clear();
        assertThatThrownBy(() -> service.submit(request)).hasMessageContaining("there is no source 'gone'");
    }

    @Test
    void asksTheNextSourceForAllWhenTheFirstFails() throws Exception {
        one.failuresToCome = 1;
        two.prices.put("A", 10.0);

        UpdateReport report = run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one", "two"));

        assertThat(store.log).containsExactly("one failed for 1: it cannot be read: connection reset", "two for 1");
        assertThat(report.stored()).isEqualTo(3);
    }

    @Test
    void takesNothingFromASourceThatBreaksOffHalfWay() throws Exception {
        one.prices.put("A", 10.0);
        two.prices.put("A", 20.0);
        desk.sources.put("one", new DataSource() {
            @Override
            public Capabilities capabilities() {
                return one.capabilities();
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) throws IOException {
                one.fetch(request, sink);
                throw new IOException("connection reset");
            }
        });

        UpdateReport report = run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one", "two"));

        assertThat(store.bars.get("A").values()).containsExactly(20.0, 20.0, 20.0);
        assertThat(report.received()).isEqualTo(3);
    }

    @Test
    void namesAFailureThatHasNoMessage() {
        one.prices.put("A", 10.0);
        desk.sources.put("one", new DataSource() {
            @Override
            public Capabilities capabilities() {
                return one.capabilities();
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) throws IOException {
                throw new ConnectException();
            }
        });

        assertThatThrownBy(() -> run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one")))
                .hasMessageContaining("it cannot be read: ConnectException");
    }

    @Test
    void survivesASourceThatThrows() {
        one.prices.put("A", 10.0);
        desk.sources.put("one", new DataSource() {
            @Override
            public Capabilities capabilities() {
                return one.capabilities();
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) {
                throw new IllegalStateException("a defect");
            }
        });

        assertThatThrownBy(() -> run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one")))
                .hasMessageContaining("one: it failed with IllegalStateException");
    }

    @Test
    void goesOnWithWhatIsMissingAfterItWasCutOff() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0, "C", 30.0));
        String id = service.submit(request(UpdateMode.UPDATE, "2024-06-13", 1, List.of("A", "B", "C"), "one"))
                .updateId();
        Desk.Job job = job(id);
        one.kinds = Set.of(DataKind.DAILY_BARS);
        desk.sources.put("one", new DataSource() {
            @Override
            public Capabilities capabilities() {
                return one.capabilities();
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) throws IOException {
                job.cancelled = request.tickers().contains("B");
                one.fetch(request, sink);
            }
        });
        assertThatThrownBy(() -> handler.run(job)).isInstanceOf(JobCancelled.class);
        assertThat(store.releases).isEmpty();
        assertThat(store.bars).containsOnlyKeys("A");

        desk.sources.put("one", one);
        one.requests.clear();
        handler.run(job(id));

        assertThat(one.requests).extracting(DataRequest::tickers).containsExactly(List.of("B"), List.of("C"));
        assertThat(service.get(id).received()).isEqualTo(6);
        assertThat(store.bars.keySet()).containsExactly("A", "B", "C");
    }

    @Test
    void failsWithTheReasonWhenAPartFailedAndKeepsTheOthers() {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        one.failuresToCome = 1;

        assertThatThrownBy(() -> run(request(UpdateMode.UPDATE, "2024-06-13", 1, List.of("A", "B"), "one")))
                .isInstanceOf(QuantException.class)
                .hasMessage("1 of 2 parts failed, the first because one: it cannot be read: connection reset");
        assertThat(store.bars).containsOnlyKeys("B");
        assertThat(store.releases).hasSize(1);
    }

    @Test
    void givesUpWhenTheProviderIsDown() {
        one.failuresToCome = 100;
        List<String> tickers = List.of("A", "B", "C", "D", "E");

        assertThatThrownBy(() -> run(request(UpdateMode.UPDATE, "2024-06-13", 1, tickers, "one")))
                .hasMessageStartingWith("given up after 3 parts in a row failed");
        assertThat(store.states).containsExactly("failed", "failed", "failed", "pending", "pending");
    }

    @Test
    void loadsWhatTheSourceListsWhenNothingIsStored() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        one.kinds = Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS);

        UpdateRequest all =
                new UpdateRequest(Market.US, List.of("one"), null, null, FRIDAY, null, null, null, null, null, null);
        UpdateReport report = run(all);

        assertThat(report.instruments()).isEqualTo(2);
        assertThat(store.instruments).containsOnlyKeys("A", "B");
        assertThat(store.bars).containsOnlyKeys("A", "B");
    }

    @Test
    void backfillsOnlyWhatIsNeitherStoredNorKnownToBeAbsent() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        run(request(UpdateMode.UPDATE, "2024-06-12", 10, List.of("A"), "one"));
        one.requests.clear();

        UpdateReport report = run(request(UpdateMode.BACKFILL, "2024-06-10", 10, List.of("A", "B"), "one"));

        assertThat(one.requests).hasSize(1);
        assertThat(report.requested()).isEqualTo(10);
        assertThat(store.bars.get("A")).hasSize(5);
        one.requests.clear();
        run(request(UpdateMode.BACKFILL, "2024-06-10", 10, List.of("A", "B"), "one"));
        assertThat(one.requests).isEmpty();
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        one.prices.putAll(Map.of("A", 10.0, "B", 20.0));
        one.missing.addAll(List.of("B2024-06-11", "B2024-06-12"));
        run(request(UpdateMode.UPDATE, "2024-06-10", 10, List.of("A", "B"), "one"));
        store.bars.put("C", new TreeMap<>(Map.of(LocalDate.of(2024, 6, 12), 1.0)));

        List<Gap> gaps = service.gaps(new GapQuery(Market.US, Timeframe.DAY, null, null, null), PageRequest.FIRST)
                .items();

        assertThat(gaps)
                .containsExactly(
                        new Gap("B", LocalDate.of(2024, 6, 11), LocalDate.of(2024, 6, 12), 2, true),
                        new Gap("C", LocalDate.of(2024, 6, 13), FRIDAY, 2, false));
        desk.store.markets = List.of(new MarketInfo(
                Market.US, "USD", "XNYS", "America/New_York", 3, 0, 9, LocalDate.of(2024, 6, 10), FRIDAY));
        DataStatus status = service.status().get(0);
        assertThat(List.of(status.instruments(), status.current(), status.behind()))
                .containsExactly(3L, 2L, 1L);
        assertThat(status.completeTo()).isEqualTo(LocalDate.of(2024, 6, 12));
        assertThat(status.lastSession()).isEqualTo(FRIDAY);
    }

    @Test
    void refusesARequestWithEveryWrongField() {
        UpdateRequest wrong = new UpdateRequest(
                Market.US,
                List.of("csv", "none", "one", "one"),
                null,
                List.of(" "),
                LocalDate.of(2030, 1, 1),
                null,
                -1,
                0,
                null,
                null,
                Map.of("Not A Name", "x"));

        assertThatThrownBy(() -> service.submit(wrong))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly(
                                "sources[0]",
                                "sources[1]",
                                "sources[3]",
                                "start_date",
                                "options.Not A Name",
                                "tickers[0]",
                                "overlap_days",
                                "chunk_size"));
        assertThatThrownBy(() -> service.submit(UpdateRequest.of(Market.KR, List.of("one"))))
                .hasMessageContaining("sources[0]");
        assertThatThrownBy(() -> service.submit(
                        new UpdateRequest(Market.US, null, null, null, null, null, null, null, null, null, null)))
                .hasMessageContaining("no sources are set for market US");
    }
}
