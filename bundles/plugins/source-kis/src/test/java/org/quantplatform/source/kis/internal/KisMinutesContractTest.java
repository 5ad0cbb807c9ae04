package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedMinutesContract;
import org.quantplatform.spi.data.MinuteSource;

class KisMinutesContractTest {

    /** While a session goes on in New York, after clocks were changed there on the 8th; it is Thursday in Korea. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T15:00:00Z");

    /** Shortly before the session of Thursday ends. */
    private static final Instant THURSDAY_IN_KOREA = Instant.parse("2026-03-12T06:00:00Z");

    private abstract static class Minutes extends InventedMinutesContract<KisProvider> {

        Minutes(Instant now, Company company) {
            super(now, company);
        }

        @Override
        protected KisProvider newServer(Clock clock) {
            return Sources.newServer(Sources.UNLIMITED, clock);
        }

        @Override
        protected MinuteSource source(KisProvider server, Clock clock) {
            return new KisSource(Sources.setup(server, null), clock);
        }

        @Override
        protected MinuteSource sourceWithoutKey(KisProvider server, Clock clock) {
            return Sources.sourceWithoutKey(server, clock);
        }

        @Override
        protected Market otherMarket() {
            return Market.FX;
        }
    }

    @Nested
    @DisplayName("of Korea")
    class OfKorea extends Minutes {

        OfKorea() {
            super(THURSDAY_IN_KOREA, Sources.KOREA.company(5));
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
            super(WEDNESDAY, Sources.AMERICA.company(5));
        }
    }
}
