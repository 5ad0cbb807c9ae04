package org.quantplatform.source.akshare.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedMinutesContract;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

/** What holds for minutes whichever of the two kinds of server is asked. */
abstract class ChinaMinutesContract<S extends FakeProvider> extends InventedMinutesContract<S> {

    /** While a session goes on in Shanghai. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T06:00:00Z");

    ChinaMinutesContract() {
        super(WEDNESDAY, Sources.CHINA.company(5));
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
}
