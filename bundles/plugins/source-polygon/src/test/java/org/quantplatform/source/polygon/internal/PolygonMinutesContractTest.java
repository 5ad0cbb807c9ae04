package org.quantplatform.source.polygon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedMinutesContract;
import org.quantplatform.sources.fixtures.Shares;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.FakeMinuteSink;

class PolygonMinutesContractTest extends InventedMinutesContract<PolygonProvider> {

    /** While a session goes on, after clocks were changed on the 8th. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T15:00:00Z");

    private static final Company PLAIN = Sources.AMERICA.company(5);

    PolygonMinutesContractTest() {
        super(WEDNESDAY, PLAIN);
    }

    @Override
    protected PolygonProvider newServer(Clock clock) {
        return new PolygonProvider(0, Sources.AMERICA, clock);
    }

    @Override
    protected MinuteSource source(PolygonProvider server, Clock clock) {
        return Sources.source(server, clock);
    }

    @Override
    protected MinuteSource sourceWithoutKey(PolygonProvider server, Clock clock) {
        return Sources.sourceWithoutKey(server, clock);
    }

    @Override
    protected Market otherMarket() {
        return Market.KR;
    }

    @Test
    void deliversMinutesBeforeAndAfterTheSessionToo() throws IOException {
        Company extended = Sources.AMERICA.company(6);
        FakeMinuteSink sink = FakeMinuteSink.patient();
        source().fetchMinutes(
                        new MinuteRequest(
                                Market.US,
                                List.of(extended.ticker()),
                                Instant.parse("2026-03-09T04:00:00Z"),
                                Instant.parse("2026-03-10T04:00:00Z")),
                        sink);
        TreeMap<Instant, BarValues> minutes = sink.minutes(extended.ticker());
        assertThat(minutes.firstKey()).isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(minutes.lastKey()).isEqualTo(Instant.parse("2026-03-09T23:55:00Z"));
        assertThat(minutes).hasSize(66 + 390 + 48);
        minutes.keySet().retainAll(Shares.minutes(extended, monday()).keySet());
        assertThat(minutes).hasSize(390);
    }

    @Test
    void followsThePagesOfALongRange() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();
        Instant from = Instant.parse("2025-05-01T04:00:00Z");
        source().fetchMinutes(new MinuteRequest(Market.US, List.of(ticker()), from, WEDNESDAY), sink);

        long sessions =
                PLAIN.bars(LocalDate.of(2025, 5, 1), LocalDate.of(2026, 3, 10)).size();
        assertThat(sink.bars()).hasSize(Math.toIntExact(sessions * 390)).hasSizeGreaterThan(50_000);
        assertThat(sink.bars().stream().map(FakeMinuteSink.Bar::start)).doesNotHaveDuplicates();
        assertThat(requests()).isEqualTo(2);
    }
}
