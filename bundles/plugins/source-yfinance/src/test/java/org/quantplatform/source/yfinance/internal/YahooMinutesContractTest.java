package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.FakeMinuteSink;
import org.quantplatform.testkit.MinuteSourceContract;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class YahooMinutesContractTest extends MinuteSourceContract {

    /** While a session goes on, after clocks were changed on the 8th. */
    private static final Clock WEDNESDAY = Clock.fixed(Instant.parse("2026-03-11T15:00:00Z"), ZoneOffset.UTC);

    /** Two weeks after two old shares of company 1 became one. */
    private static final Clock AFTER_A_SPLIT = Clock.fixed(Instant.parse("2024-06-22T15:00:00Z"), ZoneOffset.UTC);

    private static final int COMPANIES = 10;
    private static final World WORLD = World.of(Country.US, COMPANIES);

    private YahooProvider server;

    @BeforeEach
    void start() {
        server = new YahooProvider(0, COMPANIES, WEDNESDAY);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static YahooSource source(YahooProvider server, Clock clock) {
        return new YahooSource(
                new YahooSource.Access(
                        "yfinance",
                        server.address(),
                        server.address(),
                        server.address(),
                        URI.create("ws://127.0.0.1:1/?version=2"),
                        0),
                new YahooSource.Patience(6, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                clock);
    }

    @Override
    protected MinuteSource source() {
        return source(server, WEDNESDAY);
    }

    @Override
    protected @Nullable MinuteSource sourceWithoutKey() {
        return null;
    }

    @Override
    protected Market market() {
        return Market.US;
    }

    @Override
    protected Market otherMarket() {
        return Market.VN;
    }

    /** There is no key, and minutes have no rows of nulls there. */
    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY, Trouble.NULL_ROWS);
    }

    @Override
    protected void every(Trouble trouble, int count) {
        server.faults().every(Fault.valueOf(trouble.name()), count);
    }

    @Override
    protected long requests() {
        return server.counters().total();
    }

    @Override
    protected LocalDate monday() {
        return LocalDate.of(2026, 3, 9);
    }

    @Override
    protected LocalDate today() {
        return LocalDate.of(2026, 3, 11);
    }

    @Override
    protected String ticker() {
        return WORLD.company(5).ticker();
    }

    @Override
    protected TreeMap<Instant, BarValues> known(LocalDate day) {
        return known(WORLD.company(5), day);
    }

    private static TreeMap<Instant, BarValues> known(Company company, LocalDate day) {
        TreeMap<Instant, BarValues> known = new TreeMap<>();
        for (Intraday.Minute minute :
                Intraday.minutes(Country.US, company.bar(day).orElseThrow())) {
            known.put(minute.start().atZone(Country.US.zone()).toInstant(), values(minute.bar()));
        }
        return known;
    }

    @Override
    protected BarValues day(LocalDate day) {
        return values(WORLD.company(5).bar(day).orElseThrow());
    }

    private static BarValues values(Company.Bar bar) {
        return new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    @Test
    void takesAMonthInWeeks() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();
        LocalDate first = today().minusDays(source().minuteDays(Market.US) - 1L);
        Instant from = first.atStartOfDay(Market.US.zone()).toInstant();
        source().fetchMinutes(new MinuteRequest(Market.US, List.of(ticker()), from, WEDNESDAY.instant()), sink);

        int sessions = WORLD.company(5).bars(first, today().minusDays(1)).size();
        assertThat(sink.bars()).hasSize(sessions * 390);
        assertThat(sink.refusals()).isEmpty();
        assertThat(requests()).isEqualTo(1 + 5);
    }

    @Test
    void makesMinutesBeforeASplitRawAgain() throws IOException {
        Company split = WORLD.company(1);
        LocalDate before = LocalDate.of(2024, 6, 7);
        FakeMinuteSink sink = FakeMinuteSink.patient();
        try (YahooProvider later = new YahooProvider(0, COMPANIES, AFTER_A_SPLIT)) {
            later.start();
            source(later, AFTER_A_SPLIT)
                    .fetchMinutes(
                            new MinuteRequest(
                                    Market.US,
                                    List.of(split.ticker()),
                                    before.atStartOfDay(Market.US.zone()).toInstant(),
                                    before.plusDays(4)
                                            .atStartOfDay(Market.US.zone())
                                            .toInstant()),
                            sink);
        }
        TreeMap<Instant, BarValues> wanted = known(split, before);
        wanted.putAll(known(split, LocalDate.of(2024, 6, 10)));
        assertThat(sink.minutes(split.ticker()).keySet()).isEqualTo(wanted.keySet());
        sink.minutes(split.ticker()).forEach((start, values) -> assertThat(values.close())
                .isEqualTo(wanted.get(start).close()));
    }
}
