package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Market;
import org.quantplatform.source.polygon.internal.PolygonAt;
import org.quantplatform.source.yfinance.internal.YahooAt;

/**
 * Updates through what goes wrong at a provider and in the database, over real HTTP into a real PostgreSQL. Whatever happens:
 * no row twice, none lost, no half day complete, and the status says exactly what is missing.
 */
class UpdateFaultsTest {

    private static final int COMPANIES = 90;
    private static final World WORLD = World.of(Country.US, COMPANIES);
    private static final LocalDate FIRST = LocalDate.of(2024, 5, 1);
    private static final LocalDate WEEK_BEFORE = LocalDate.of(2024, 6, 7);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 6, 14);

    /** Late in the evening in New York, when the bars of the day are final. */
    private static final String NIGHT_OF_THE_7TH = "2024-06-08T01:00:00Z";

    private static final String AN_HOUR_AFTER_THE_CLOSE = "2024-06-14T21:00:00Z";
    private static final String NIGHT_OF_THE_14TH = "2024-06-15T01:00:00Z";

    /** Whose shares trade on every session of these weeks. */
    private static final List<Company> STEADY = WORLD.companies().stream()
            .filter(company -> !Set.of(2, 3, 4).contains(company.number() % 10))
            .toList();

    @TempDir
    private Path folder;

    private Station station;
    private PolygonProvider provider;

    @BeforeEach
    void open() throws IOException {
        station = new Station(folder);
        station.clock.set(NIGHT_OF_THE_7TH);
        provider = open(0);
        station.sources.put("polygon", PolygonAt.source(provider.address(), PolygonProvider.KEY, station.clock));
    }

    private PolygonProvider open(int port) {
        PolygonProvider opened = new PolygonProvider(port, WORLD, station.clock);
        opened.start();
        return opened;
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static List<String> tickers(int count) {
        return STEADY.stream().limit(count).map(Company::ticker).sorted().toList();
    }

    private UpdateRequest request(@Nullable List<String> tickers, int chunk, String... sources) {
        return new UpdateRequest(Market.US, List.of(sources), null, tickers, FIRST, null, 0, chunk, null, null, null);
    }

    /** Six shares up to the 7th; then a week passes. */
    private List<String> aWeekBehind() {
        List<String> tickers = tickers(6);
        assertThat(station.run(request(tickers, 10, "polygon")).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(missing(WEEK_BEFORE)).isEmpty();
        station.clock.set(NIGHT_OF_THE_14TH);
        provider.counters().clear();
        return tickers;
    }

    @Test
    void anUpdateEndsWithTheLatestSessionOfWhichTheSourceHasBars() {
        List<String> tickers = aWeekBehind();
        station.clock.set(AN_HOUR_AFTER_THE_CLOSE);

        UpdateReport early = station.run(request(tickers, 10, "polygon"));
        assertThat(List.of(early.requested(), early.stored(), early.absent())).containsExactly(24L, 24L, 0L);

        station.clock.set(NIGHT_OF_THE_14TH);
        UpdateReport late = station.run(request(tickers, 10, "polygon"));
        assertThat(List.of(late.requested(), late.stored(), late.absent())).containsExactly(6L, 6L, 0L);
    }

    @Test
    void aProviderThatIsDownForAnHourLeavesExactlyWhatItDidNotTell() {
        List<String> tickers = aWeekBehind();
        int port = provider.address().getPort();

        UpdateReport down = station.run(request(null, 1, "polygon"), parts -> {
            if (parts == 2) {
                provider.close();
            }
        });

        assertThat(down.status()).isEqualTo(JobStatus.FAILED);
        assertThat(down.error())
                .startsWith("given up after 3 parts in a row failed, the first because polygon: it cannot be read:"
                        + " polygon did not answer in 2 attempts");
        assertThat(List.of(down.chunks(), down.chunksDone(), down.chunksFailed()))
                .containsExactly(7L, 2L, 3L);
        assertThat(List.of(down.received(), down.stored())).containsExactly(10L, 10L);
        assertHonest();
        assertThat(behind()).isEqualTo(new TreeSet<>(tickers.subList(2, 6)));
        assertThat(status().current()).isEqualTo(2);
        assertThat(status().completeTo()).isEqualTo(WEEK_BEFORE);

        station.clock.pass(Duration.ofHours(1));
        provider = open(port);
        UpdateReport back = station.run(request(null, 10, "polygon"));

        assertThat(back.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(List.of(back.requested(), back.received(), back.stored(), back.absent()))
                .as("four shares, five sessions")
                .containsExactly(20L, 20L, 20L, 0L);
        assertThat(askedDays()).containsExactly("2024-06-08/2024-06-14");
        assertThat(askedTickers()).isEqualTo(new TreeSet<>(tickers.subList(2, 6)));
        assertHonest();
        assertThat(behind()).isEmpty();
        assertThat(status().completeTo()).isEqualTo(FRIDAY);
    }

    @Test
    void aKeyThatIsRevokedInMidRunIsNotTriedAgain() {
        List<String> tickers = aWeekBehind();

        UpdateReport revoked = station.run(request(null, 1, "polygon"), parts -> {
            if (parts == 2) {
                provider.counters().clear();
                provider.faults().every(Fault.REVOKED_KEY, 1);
            }
        });

        assertThat(provider.counters().total()).isEqualTo(1);
        assertThat(revoked.status()).isEqualTo(JobStatus.FAILED);
        assertThat(revoked.error())
                .startsWith("given up, since no source accepts its key: polygon: it does not accept the key: polygon:")
                .contains("Unknown API Key")
                .doesNotContain(PolygonProvider.KEY);
        assertThat(List.of(revoked.chunksDone(), revoked.chunksFailed(), revoked.stored()))
                .containsExactly(2L, 1L, 10L);
        assertHonest();
        assertThat(behind()).isEqualTo(new TreeSet<>(tickers.subList(2, 6)));

        provider.faults().clear();
        assertThat(station.run(request(null, 10, "polygon")).stored()).isEqualTo(20);
        assertHonest();
        assertThat(behind()).isEmpty();
    }

    @Test
    void theNextSourceTakesOverFromOneWhoseKeyIsRevoked() {
        aWeekBehind();
        provider.faults().every(Fault.REVOKED_KEY, 1);
        try (YahooProvider other = new YahooProvider(0, COMPANIES, station.clock)) {
            other.start();
            station.sources.put("yfinance", YahooAt.source(other.address(), station.clock));

            UpdateReport report = station.run(request(null, 2, "polygon", "yfinance"));

            assertThat(provider.counters().total()).isEqualTo(1);
            assertThat(report.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(List.of(report.chunksDone(), report.stored(), report.absent()))
                    .as("three parts with bars, one with actions")
                    .containsExactly(4L, 30L, 0L);
        }
        assertThat(behind()).isEmpty();
    }

    @Test
    void aConnectionThatIsResetEveryHundredRequestsLosesNothing() {
        List<String> all = tickers(STEADY.size());
        provider.faults().every(Fault.DROPPED, 100);
        station.clock.set(NIGHT_OF_THE_14TH);
        UpdateRequest longer = new UpdateRequest(
                Market.US, List.of("polygon"), null, all, LocalDate.of(2024, 2, 1), null, 0, 20, null, null, null);

        UpdateReport report = station.run(longer);

        assertThat(provider.counters().total()).isGreaterThan(200);
        assertThat(report.status()).isEqualTo(JobStatus.COMPLETED);
        long rows = STEADY.stream()
                .mapToLong(company ->
                        company.bars(LocalDate.of(2024, 2, 1), FRIDAY).size())
                .sum();
        assertThat(List.of(report.requested(), report.received(), report.stored(), report.absent()))
                .containsExactly(rows, rows, rows, 0L);
        assertHonest();
        assertThat(behind()).isEmpty();
    }

    @Test
    void aFullDiskKeepsWhatWasStoredAndTheRestIsFetchedOnceThereIsRoom() {
        List<String> tickers = aWeekBehind();
        station.execute("create table disk (full_now boolean)");
        station.execute("insert into disk values (false)");
        station.execute(
                """
                create function refuse_when_full() returns trigger language plpgsql as $$
                begin
                    if (select full_now from disk) then
                        raise exception 'could not extend file: No space left on device' using errcode = '53100';
                    end if;
                    return new;
                end $$""");
        station.execute(
                "create trigger full_disk before insert on daily_bars for each row execute function refuse_when_full()");

        UpdateReport full = station.run(request(null, 1, "polygon"), parts -> {
            if (parts == 2) {
                station.execute("update disk set full_now = true");
            }
        });

        assertThat(full.status()).isEqualTo(JobStatus.FAILED);
        assertThat(full.error()).isEqualTo("the database's disk is full");
        assertThat(List.of(full.chunksDone(), full.chunksFailed(), full.stored()))
                .containsExactly(2L, 0L, 10L);
        assertHonest();
        assertThat(behind()).isEqualTo(new TreeSet<>(tickers.subList(2, 6)));

        station.execute("update disk set full_now = false");
        station.updates.releaseEnded();
        UpdateReport after = station.run(request(null, 10, "polygon"));

        assertThat(List.of(after.requested(), after.stored())).containsExactly(20L, 20L);
        assertHonest();
        assertThat(behind()).isEmpty();
    }

    @Test
    void aProviderWhoseClockIsADayAheadBringsNoBarOfTomorrow() {
        aWeekBehind();
        provider.faults().every(Fault.CLOCK_SKEW, 1);
        station.clock.set("2024-06-14T01:00:00Z");

        UpdateReport early = station.run(request(null, 10, "polygon"));

        assertThat(station.number("select count(*) from daily_bars where date > '2024-06-13'"))
                .isZero();
        assertThat(List.of(early.requested(), early.received(), early.stored(), early.surplus()))
                .containsExactly(24L, 24L, 24L, 0L);
        assertHonest();
        assertThat(behind()).isEmpty();

        station.clock.set(NIGHT_OF_THE_14TH);
        assertThat(station.run(request(null, 10, "polygon")).stored()).isEqualTo(6);
        assertHonest();
        assertThat(behind()).isEmpty();
    }

    @Test
    void rowsThatComeTwiceAreStoredOnce() {
        try (YahooProvider twice = new YahooProvider(0, COMPANIES, station.clock)) {
            twice.start();
            station.sources.put("yfinance", YahooAt.source(twice.address(), station.clock));
            twice.faults().every(Fault.DUPLICATE_PAGES, 1);

            UpdateReport report = station.run(request(tickers(6), 2, "yfinance"));

            assertThat(report.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(report.stored()).isEqualTo(report.requested()).isEqualTo(report.received());
            assertThat(report.revised()).isZero();
        }
        assertThat(missing(WEEK_BEFORE)).isEmpty();
        assertAccounted();
    }

    // --- what holds whatever happens -------------------------------------------------------------------------------

    private void assertHonest() {
        assertAccounted();
        assertThat(station.number("select count(*) from ohlcv_revisions")).isZero();
        station.database
                .read(session -> session.list(
                        """
                        select i.ticker, b.date, b.close, b.volume from daily_bars b
                        join instruments i on i.id = b.instrument_id""",
                        row -> new Stored(
                                row.getString("ticker"),
                                row.getDate("date").toLocalDate(),
                                row.getDouble("close"),
                                row.getDouble("volume"))))
                .forEach(stored -> {
                    Company.Bar told = WORLD.find(stored.ticker())
                            .flatMap(company -> company.bar(stored.date()))
                            .orElseThrow();
                    assertThat(stored.close()).isEqualTo(told.close());
                    // the provider counts fractions of shares
                    assertThat(Math.floor(stored.volume())).isEqualTo(told.volume());
                });
        assertThat(gaps()).isEqualTo(missing(latestSession()));
    }

    private record Stored(String ticker, LocalDate date, double close, double volume) {}

    /** Every row once and counted once, and no part done that lacks one. */
    private void assertAccounted() {
        assertThat(station.number("select count(*) - count(distinct (instrument_id, date)) from daily_bars"))
                .isZero();
        assertThat(station.number("select count(*) from daily_bars"))
                .isEqualTo(station.number("select coalesce(sum(stored), 0) from update_deliveries"));
        assertThat(
                        station.number(
                                """
                select count(*) from update_deliveries
                where received <> stored + unchanged + revised + refused"""))
                .isZero();
        assertThat(
                        station.number(
                                """
                select count(*) from update_chunks c where kind not in ('instruments', 'actions') and state = 'done' and requested - absent <>
                    (select count(*) from daily_bars b join instruments i on i.id = b.instrument_id
                     where i.ticker = any (c.tickers) and b.date between c.first_day and c.last_day)"""))
                .isZero();
    }

    private LocalDate latestSession() {
        return status().lastSession();
    }

    private DataStatus status() {
        return station.service.status().stream()
                .filter(status -> status.market() == Market.US)
                .findFirst()
                .orElseThrow();
    }

    /** Ticker and day of what the gaps name. */
    private Set<String> gaps() {
        Set<String> all = new TreeSet<>();
        for (Gap gap : station.service
                .gaps(new GapQuery(Market.US, Timeframe.DAY, null, firstDay(), null), new PageRequest(1, 200))
                .items()) {
            Company company = WORLD.find(gap.ticker()).orElseThrow();
            company.bars(gap.from(), gap.to()).forEach(bar -> all.add(gap.ticker() + " " + bar.date()));
            assertThat(gap.confirmed()).isFalse();
        }
        return all;
    }

    /** Ticker and day of what the market traded up to a day and is not stored, of instruments that are. */
    private Set<String> missing(LocalDate to) {
        Set<String> all = new TreeSet<>();
        for (Begun span : spans()) {
            Company company = WORLD.find(span.ticker()).orElseThrow();
            company.bars(span.first(), to).forEach(bar -> all.add(span.ticker() + " " + bar.date()));
        }
        all.removeAll(station.database.read(session -> session.list(
                """
                select i.ticker, b.date from daily_bars b join instruments i on i.id = b.instrument_id""",
                row -> row.getString("ticker") + " " + row.getDate("date"))));
        return all;
    }

    private record Begun(String ticker, LocalDate first) {}

    private List<Begun> spans() {
        return station.updates.spans(Market.US, Timeframe.DAY, List.of()).stream()
                .filter(span -> span.firstBar() != null)
                .map(span -> new Begun(
                        span.ticker(), Optional.ofNullable(span.firstBar()).orElseThrow()))
                .toList();
    }

    private LocalDate firstDay() {
        return spans().stream().map(Begun::first).min(LocalDate::compareTo).orElseThrow();
    }

    private Set<String> behind() {
        Set<String> behind = new TreeSet<>();
        missing(latestSession()).forEach(each -> behind.add(each.split(" ")[0]));
        assertThat(status().behind()).isEqualTo(behind.size());
        return behind;
    }

    private Set<String> askedDays() {
        Set<String> days = new TreeSet<>();
        calls("/v2/aggs/ticker/").forEach(call -> {
            String[] path = call.path().split("/");
            days.add(path[path.length - 2] + "/" + path[path.length - 1]);
        });
        return days;
    }

    private Set<String> askedTickers() {
        Set<String> asked = new TreeSet<>();
        calls("/v2/aggs/ticker/").forEach(call -> asked.add(call.path().split("/")[4]));
        return asked;
    }

    private List<Call> calls(String start) {
        return provider.counters().calls().stream()
                .filter(call -> call.path().startsWith(start))
                .toList();
    }
}
