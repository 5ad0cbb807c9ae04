package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.MinuteSourceContract;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class KisMinutesContractTest {

    /** While a session goes on in New York, after clocks were changed there on the 8th; it is Thursday in Korea. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T15:00:00Z");

    /** Shortly before the session of Thursday ends. */
    private static final Instant THURSDAY_IN_KOREA = Instant.parse("2026-03-12T06:00:00Z");

    private abstract static class Minutes extends MinuteSourceContract {

        private final Clock clock;
        private final Market market;
        private final Company company;
        private KisProvider server;

        Minutes(Instant now, Market market, Company company) {
            this.clock = Clock.fixed(now, ZoneOffset.UTC);
            this.market = market;
            this.company = company;
        }

        @BeforeEach
        void start() {
            server = Sources.server(Sources.UNLIMITED, clock);
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @Override
        protected MinuteSource source() {
            return new KisSource(Sources.setup(server, null), clock);
        }

        @Override
        protected MinuteSource sourceWithoutKey() {
            KisSetup setup = Sources.setup(server, null);
            return new KisSource(
                    new KisSetup("kis", setup.place(), setup.choice(), setup.patience(), () -> {
                        throw new PluginException("source 'kis' has no key: store it with: quant secret set kis-key");
                    }),
                    clock);
        }

        @Override
        protected Market market() {
            return market;
        }

        @Override
        protected Market otherMarket() {
            return Market.FX;
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
            return LocalDate.ofInstant(clock.instant(), market.zone());
        }

        @Override
        protected String ticker() {
            return company.ticker();
        }

        @Override
        protected TreeMap<Instant, BarValues> known(LocalDate day) {
            TreeMap<Instant, BarValues> known = new TreeMap<>();
            for (Intraday.Minute minute :
                    Intraday.minutes(company.country(), company.bar(day).orElseThrow())) {
                known.put(minute.start().atZone(market.zone()).toInstant(), values(minute.bar()));
            }
            return known;
        }

        @Override
        protected BarValues day(LocalDate day) {
            return values(company.bar(day).orElseThrow());
        }

        private static BarValues values(Company.Bar bar) {
            return new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
    }

    @Nested
    @DisplayName("of Korea")
    class OfKorea extends Minutes {

        OfKorea() {
            super(THURSDAY_IN_KOREA, Market.KR, Sources.KOREA.company(5));
        }

        /** To the full won. */
        @Override
        protected double rounding() {
            return 0.5;
        }
    }

    @Nested
    @DisplayName("of markets abroad")
    class Abroad extends Minutes {

        Abroad() {
            super(WEDNESDAY, Market.US, Sources.AMERICA.company(5));
        }
    }
}
