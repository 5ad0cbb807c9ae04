package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;

/** What every data source keeps to. A source's test extends this and adds rows known by heart. */
public abstract class DataSourceContract {

    protected abstract DataSource source();

    /** A request that the source can serve, with at least one bar or instrument in the answer. */
    protected abstract DataRequest request();

    @Test
    @DisplayName("1. tells what it can do, the same each time")
    void tellsCapabilities() {
        assertThat(source().capabilities().kinds()).isNotEmpty();
        assertThat(source().capabilities()).isEqualTo(source().capabilities());
    }

    @Test
    @DisplayName("2. delivers something for a request that it can serve")
    void delivers() throws IOException {
        assertThat(fetched().size()).isPositive();
    }

    @Test
    @DisplayName("3. delivers the same twice, in the same order")
    void deliversSameTwice() throws IOException {
        assertThat(fetched().lines()).isEqualTo(fetched().lines());
    }

    @Test
    @DisplayName("4. delivers only kinds and markets that it declares")
    void deliversOnlyWhatItDeclares() throws IOException {
        FakeDataSink sink = fetched();
        assertThat(source().capabilities().kinds()).containsAll(sink.kinds());
        assertThat(source().capabilities().markets()).containsAll(sink.markets());
    }

    @Test
    @DisplayName("5. delivers bars only when bars are asked for")
    void deliversOnlyWhatIsAskedFor() throws IOException {
        assertThat(fetched().kinds()).isSubsetOf(request().kinds());
    }

    @Test
    @DisplayName("6. delivers only the days asked for")
    void keepsToDays() throws IOException {
        DataRequest request = request();
        List<LocalDate> dates =
                fetched().bars().stream().map(FakeDataSink.Bar::date).toList();
        assertThat(dates).allMatch(date -> request.from() == null || !date.isBefore(request.from()));
        assertThat(dates).allMatch(date -> request.to() == null || !date.isAfter(request.to()));
    }

    @Test
    @DisplayName("7. ends soon when the caller cancels")
    void endsWhenCancelled() throws IOException {
        FakeDataSink sink = FakeDataSink.cancelledAfter(1);
        source().fetch(request(), sink);
        int whole = fetched().size();
        assertThat(sink.size()).isLessThanOrEqualTo(Math.max(1_000, whole / 2));
    }

    @Test
    @DisplayName("8. delivers daily bars with a date and a market")
    void deliversWholeBars() throws IOException {
        FakeDataSink sink = fetched();
        if (request().kinds().contains(DataKind.DAILY_BARS)) {
            assertThat(sink.bars()).allSatisfy(bar -> {
                assertThat(bar.market()).isNotNull();
                assertThat(bar.date()).isNotNull();
            });
        }
    }

    private FakeDataSink fetched() throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source().fetch(request(), sink);
        return sink;
    }
}
