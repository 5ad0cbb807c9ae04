package org.quantplatform.source.akshare.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.MinuteSourceContract;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class EastmoneyMinutesContractTest extends MinuteSourceContract {

    /** While a session goes on in Shanghai. */
    private static final Clock WEDNESDAY = Clock.fixed(Instant.parse("2026-03-11T06:00:00Z"), ZoneOffset.UTC);

    private static final Company PLAIN = Sources.CHINA.company(5);
    private static final int LOT = 100;

    private EastmoneyProvider server;

    @BeforeEach
    void start() {
        server = new EastmoneyProvider(0, Sources.CHINA, WEDNESDAY);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected MinuteSource source() {
        return Sources.source(server.address(), null, 5, WEDNESDAY);
    }

    @Override
    protected @Nullable MinuteSource sourceWithoutKey() {
        return null;
    }

    @Override
    protected Market market() {
        return Market.CN;
    }

    @Override
    protected Market otherMarket() {
        return Market.HK;
    }

    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY);
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
        return PLAIN.ticker();
    }

    @Override
    protected TreeMap<Instant, BarValues> known(LocalDate day) {
        TreeMap<Instant, BarValues> known = new TreeMap<>();
        for (Intraday.Minute minute :
                Intraday.minutes(Country.CN, PLAIN.bar(day).orElseThrow())) {
            known.put(minute.start().atZone(Country.CN.zone()).toInstant(), values(minute.bar()));
        }
        return known;
    }

    @Override
    protected BarValues day(LocalDate day) {
        return values(PLAIN.bar(day).orElseThrow());
    }

    private static BarValues values(Company.Bar bar) {
        return new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    /** The odd rest of each minute's volume is lost upstream. */
    @Override
    protected double volumeTolerance(int minutes) {
        return (double) minutes * LOT;
    }

    @Test
    void aTimeIsTheEndOfItsMinuteAndNobodyTradesOverNoon() {
        assertThat(known(monday()).keySet())
                .hasSize(240)
                .contains(
                        Instant.parse("2026-03-09T01:30:00Z"),
                        Instant.parse("2026-03-09T03:29:00Z"),
                        Instant.parse("2026-03-09T05:00:00Z"),
                        Instant.parse("2026-03-09T06:59:00Z"))
                .doesNotContain(Instant.parse("2026-03-09T03:30:00Z"));
    }

    @Test
    void anAkToolsServerIsNotAskedForMinutes() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        assertThat(Sources.source(nowhere, nowhere, 1, WEDNESDAY).minuteDays(Market.CN))
                .isZero();
    }
}
