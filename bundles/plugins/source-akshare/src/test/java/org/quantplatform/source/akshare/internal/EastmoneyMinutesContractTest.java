package org.quantplatform.source.akshare.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedMinutesContract;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class EastmoneyMinutesContractTest extends InventedMinutesContract<EastmoneyProvider> {

    /** While a session goes on in Shanghai. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T06:00:00Z");

    EastmoneyMinutesContractTest() {
        super(WEDNESDAY, Sources.CHINA.company(5));
    }

    @Override
    protected EastmoneyProvider newServer(Clock clock) {
        return new EastmoneyProvider(0, Sources.CHINA, clock);
    }

    @Override
    protected MinuteSource source(EastmoneyProvider server, Clock clock) {
        return Sources.source(server.address(), null, 5, clock);
    }

    @Override
    protected Market otherMarket() {
        return Market.HK;
    }

    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY);
    }

    /** The odd rest of each minute's volume is lost upstream. */
    @Override
    protected double volumeTolerance(int minutes) {
        return (double) minutes * Sources.LOT;
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
        assertThat(Sources.source(nowhere, nowhere, 1).minuteDays(Market.CN)).isZero();
    }
}
