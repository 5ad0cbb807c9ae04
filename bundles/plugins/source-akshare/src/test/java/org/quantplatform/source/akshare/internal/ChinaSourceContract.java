package org.quantplatform.source.akshare.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedSourceContract;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;

/** What holds for the source whichever of the two kinds of server it asks. */
abstract class ChinaSourceContract<S extends FakeProvider> extends InventedSourceContract<S> {

    ChinaSourceContract() {
        super(Sources.CHINA);
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS),
                Set.of(Market.CN),
                List.of(plain().ticker(), split().ticker()),
                LocalDate.of(2023, 1, 3),
                LocalDate.of(2023, 6, 30),
                Map.of(),
                List.of());
    }

    @Override
    protected Set<Trouble> unknownTroubles() {
        return EnumSet.of(Trouble.REVOKED_KEY);
    }

    @Override
    protected int lot() {
        return Sources.LOT;
    }
}
