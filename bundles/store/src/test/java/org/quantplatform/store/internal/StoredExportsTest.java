package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.data.ExportStore.ActionRow;
import org.quantplatform.core.data.ExportStore.BarRow;
import org.quantplatform.core.data.ExportStore.FactRow;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.files.Rows;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Quality;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class StoredExportsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 3);

    private Importing importing;
    private StoredExports exports;

    @BeforeEach
    void someBars() {
        Database database = TestDatabase.migrated();
        importing = new Importing(database);
        exports = new StoredExports(database);
        int day = (int) LocalDate.of(2020, 1, 6).toEpochDay();
        Row flagged = new Row(0, 0, Market.US, "A", day, Double.NaN, 12, 12, 12, 1, "missing open");
        importing.run(row("B", "2020-01-02", 20), row("A", "2020-01-02", 10), row("A", "2020-01-03", 11), flagged);
        importing.run(row("A", "2020-01-03", 99), row("C", "2020-01-03", 30));
    }

    private static ExportQuery query(ExportKind kind, @Nullable AsOf asOf, Quality quality, String... tickers) {
        return new ExportQuery(kind, Market.US, List.of(tickers), null, null, asOf, quality, ResultFormat.CSV);
    }

    private List<String> bars(ExportQuery query) throws IOException {
        Kept<BarRow> rows = new Kept<>();
        exports.bars(query, exports.state(query), rows);
        return rows.kept.stream()
                .map(bar -> bar.ticker() + " " + bar.date() + " " + bar.open() + " " + bar.close() + " " + bar.flag())
                .toList();
    }

    @Test
    void givesBarsInOrderOfTickerAndDay() throws IOException {
        assertThat(bars(query(ExportKind.BARS, null, Quality.ALL)))
                .containsExactly(
                        "A 2020-01-02 10.0 10.0 ",
                        "A 2020-01-03 99.0 99.0 ",
                        "A 2020-01-06 NaN 12.0 missing open",
                        "B 2020-01-02 20.0 20.0 ",
                        "C 2020-01-03 30.0 30.0 ");
    }

    @Test
    void givesWhatWasStoredThen() throws IOException {
        assertThat(bars(query(ExportKind.BARS, AsOf.snapshot(1), Quality.ALL)))
                .containsExactly(
                        "A 2020-01-02 10.0 10.0 ",
                        "A 2020-01-03 11.0 11.0 ",
                        "A 2020-01-06 NaN 12.0 missing open",
                        "B 2020-01-02 20.0 20.0 ");
        assertThat(exports.state(query(ExportKind.BARS, AsOf.snapshot(1), Quality.ALL))
                        .token())
                .isNotEqualTo(
                        exports.state(query(ExportKind.BARS, null, Quality.ALL)).token())
                .hasSize(36);
    }

    @Test
    void leavesOutWhatIsNotAskedFor() throws IOException {
        assertThat(bars(query(ExportKind.BARS, null, Quality.STRICT, "A"))).hasSize(2);
        ExportQuery some = new ExportQuery(
                ExportKind.BARS, Market.US, List.of("C", "A"), DAY, DAY, null, Quality.ALL, ResultFormat.CSV);
        assertThat(bars(some)).containsExactly("A 2020-01-03 99.0 99.0 ", "C 2020-01-03 30.0 30.0 ");
        ExportQuery unknown = query(ExportKind.BARS, null, Quality.ALL, "A", "Z");
        assertThatThrownBy(() -> exports.state(unknown))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("US:Z");
        ExportQuery notYet = query(ExportKind.BARS, AsOf.snapshot(1), Quality.ALL, "C");
        assertThatThrownBy(() -> exports.state(notYet)).isInstanceOf(QuantException.class);
    }

    @Test
    void givesActionsAndAccounts() throws IOException {
        importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.action(1, new CorporateAction(Market.US, "B", DAY, Kind.DIVIDEND, 0.5));
            writer.action(2, new CorporateAction(Market.US, "A", DAY, Kind.SPLIT, 2));
            writer.fundamental(new Fact(0, 1, new Fundamental(Market.US, "A", "revenue", DAY, DAY.plusDays(30), 7)));
        });
        Kept<ActionRow> actions = new Kept<>();
        ExportQuery query = query(ExportKind.ACTIONS, null, Quality.ALL);
        exports.actions(query, exports.state(query), actions);
        assertThat(actions.kept)
                .containsExactly(new ActionRow("A", DAY, "split", 2), new ActionRow("B", DAY, "dividend", 0.5));
        Kept<FactRow> facts = new Kept<>();
        exports.facts(query, exports.state(query), facts);
        assertThat(facts.kept).containsExactly(new FactRow("A", "revenue", DAY, DAY.plusDays(30), 7));
        ExportQuery before = query(ExportKind.ACTIONS, AsOf.snapshot(2), Quality.ALL);
        Kept<ActionRow> none = new Kept<>();
        exports.actions(before, exports.state(before), none);
        assertThat(none.kept).isEmpty();
    }

    private static final class Kept<R> implements Rows<R> {

        private final List<R> kept = new ArrayList<>();

        @Override
        public void add(R row) {
            kept.add(row);
        }

        @Override
        public void close() {}
    }
}
