package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.data.ExportStore.ActionRow;
import org.quantplatform.core.data.ExportStore.BarRow;
import org.quantplatform.core.data.ExportStore.FactRow;
import org.quantplatform.core.data.ExportStore.MinuteRow;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.model.QuantException;
import org.quantplatform.source.csv.internal.CsvSource;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.InputFile;
import org.quantplatform.testkit.FakeDataSink;

class DataFilesTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 4);

    @TempDir
    private Path folder;

    private final MemoryExports store = new MemoryExports();
    private DataFiles files;

    @BeforeEach
    void noFiles() {
        files = new DataFiles(folder, store);
    }

    private static ExportQuery query(ExportKind kind, ResultFormat format) {
        return new ExportQuery(kind, Market.US, List.of(), null, null, null, Quality.ALL, format);
    }

    private FakeDataSink imported(ExportKind kind, ResultFormat format) throws IOException {
        ResultFile file = files.of(query(kind, format));
        byte[] content;
        try (InputStream in = file.open(0)) {
            content = in.readAllBytes();
        }
        assertThat(content).hasSize((int) file.length());
        InputFile input = new InputFile() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
        FakeDataSink sink = FakeDataSink.patient();
        Map<String, String> options = Map.of("kind", kind.name().toLowerCase(Locale.ROOT));
        new CsvSource()
                .fetch(
                        new DataRequest(
                                Set.of(DataKind.values()),
                                Set.of(Market.US),
                                List.of(),
                                null,
                                null,
                                options,
                                List.of(input)),
                        sink);
        return sink;
    }

    @Test
    void minutesStandAtTheirStartInUniversalTime() throws IOException {
        store.minutes.add(
                new MinuteRow("A", Instant.parse("2026-11-27T14:30:00Z"), Double.NaN, 2, 1, 1.5, 100, "missing open"));
        ExportQuery query = new ExportQuery(
                ExportKind.MINUTES, Market.US, List.of("A"), null, null, null, Quality.ALL, ResultFormat.CSV);
        ResultFile file = files.of(query);
        assertThat(file.name()).isEqualTo("us-minutes-7.csv");
        try (InputStream in = file.open(0)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "ticker,time,open,high,low,close,volume,flag",
                            "A,2026-11-27T14:30:00Z,,2.0,1.0,1.5,100.0,missing open");
        }
    }

    /** Doubles with every bit pattern that a price may have. */
    @ParameterizedTest
    @EnumSource(
            value = ResultFormat.class,
            names = {"CSV", "PARQUET"})
    void barsComeBackBitForBit(ResultFormat format) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 70_000; i++) {
            double close = Double.longBitsToDouble(0x3F00000000000000L + (random.nextLong() & 0x00FFFFFFFFFFFFFFL));
            double open = i % 5 == 0 ? Double.NaN : close * 1.1;
            store.bars.add(new BarRow(
                    "T" + i / 2000,
                    FIRST.plusDays(i % 2000),
                    open,
                    close * 2,
                    close / 2,
                    close,
                    random.nextInt(1 << 30),
                    ""));
        }

        FakeDataSink sink = imported(ExportKind.BARS, format);

        assertThat(sink.bars()).hasSize(store.bars.size());
        for (int i = 0; i < store.bars.size(); i++) {
            BarRow row = store.bars.get(i);
            var bar = sink.bars().get(i);
            assertThat(new BarRow(
                            bar.ticker(),
                            bar.date(),
                            bar.values().open(),
                            bar.values().high(),
                            bar.values().low(),
                            bar.values().close(),
                            bar.values().volume(),
                            ""))
                    .isEqualTo(row);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ResultFormat.class,
            names = {"CSV", "PARQUET"})
    void actionsAndAccountsComeBack(ResultFormat format) throws IOException {
        store.actions.add(new ActionRow("A", FIRST, "split", 4));
        store.actions.add(new ActionRow("B", FIRST, "dividend", 0.1 + 0.2));
        store.facts.add(new FactRow("A", "net_income", FIRST, FIRST.plusDays(40), -1e9 / 3));

        assertThat(imported(ExportKind.ACTIONS, format).actions())
                .extracting(
                        action -> action.ticker() + " " + action.kind() + " " + action.exDate() + " " + action.value())
                .containsExactly("A SPLIT 2010-01-04 4.0", "B DIVIDEND 2010-01-04 " + (0.1 + 0.2));
        assertThat(imported(ExportKind.FUNDAMENTALS, format).fundamentals())
                .extracting(fact -> fact.item() + " " + fact.published() + " " + fact.value())
                .containsExactly("net_income 2010-02-13 " + -1e9 / 3);
    }

    @Test
    void oneStateIsReadOnce() {
        String first = files.of(query(ExportKind.BARS, ResultFormat.CSV)).tag();
        assertThat(files.of(query(ExportKind.BARS, ResultFormat.CSV)).tag()).isEqualTo(first);
        assertThat(store.reads).isOne();
        store.snapshot = 8;
        ResultFile later = files.of(query(ExportKind.BARS, ResultFormat.CSV));
        assertThat(later.tag()).isNotEqualTo(first);
        assertThat(later.name()).isEqualTo("us-bars-8.csv");
        assertThat(store.reads).isEqualTo(2);
    }

    @Test
    void refusesOtherFormatsAndDatesInTheWrongOrder() {
        assertThatThrownBy(() -> query(ExportKind.BARS, ResultFormat.JSON)).isInstanceOf(QuantException.class);
        assertThatThrownBy(() -> new ExportQuery(
                        ExportKind.BARS,
                        Market.US,
                        List.of(),
                        FIRST,
                        FIRST.minusDays(1),
                        null,
                        Quality.ALL,
                        ResultFormat.CSV))
                .isInstanceOf(QuantException.class);
    }
}
