package org.quantplatform.source.polygon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.FakeMinuteSink;
import org.quantplatform.testkit.MinuteSourceContract;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class PolygonMinutesContractTest extends MinuteSourceContract {

    /** While a session goes on, after clocks were changed on the 8th. */
    private static final Clock WEDNESDAY = Clock.fixed(Instant.parse("2026-03-11T15:00:00Z"), ZoneOffset.UTC);

    private static final World WORLD = World.of(Country.US, 10);
    private static final Company PLAIN = WORLD.company(5);

    private PolygonProvider server;

    @BeforeEach
    void start() {
        server = new PolygonProvider(0, WORLD, WEDNESDAY);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PolygonSource source(Supplier<Secret> key) {
        return new PolygonSource(
                new PolygonSource.Access("polygon", server.address(), URI.create("ws://127.0.0.1:1/stocks"), 0, key),
                new PolygonSource.Patience(6, Duration.ofMillis(1)),
                WEDNESDAY);
    }

    @Override
    protected MinuteSource source() {
        return source(() -> Secret.of(PolygonProvider.KEY));
    }

    @Override
    protected MinuteSource sourceWithoutKey() {
        return source(() -> {
            throw new PluginException("store it with: quant secret set polygon");
        });
    }

    @Override
    protected Market market() {
        return Market.US;
    }

    @Override
    protected Market otherMarket() {
        return Market.KR;
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
                Intraday.minutes(Country.US, PLAIN.bar(day).orElseThrow())) {
            known.put(minute.start().atZone(Country.US.zone()).toInstant(), values(minute.bar()));
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

    @Test
    void followsThePagesOfALongRange() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();
        Instant from = Instant.parse("2025-05-01T04:00:00Z");
        source().fetchMinutes(new MinuteRequest(Market.US, List.of(ticker()), from, WEDNESDAY.instant()), sink);

        long sessions =
                PLAIN.bars(LocalDate.of(2025, 5, 1), LocalDate.of(2026, 3, 10)).size();
        assertThat(sink.bars()).hasSize(Math.toIntExact(sessions * 390)).hasSizeGreaterThan(50_000);
        assertThat(sink.bars().stream().map(FakeMinuteSink.Bar::start)).doesNotHaveDuplicates();
        assertThat(requests()).isEqualTo(2);
    }
}
