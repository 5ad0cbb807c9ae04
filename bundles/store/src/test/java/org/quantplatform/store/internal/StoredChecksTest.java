package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.core.data.CheckStore.Checked;
import org.quantplatform.core.data.CheckStore.Compared;
import org.quantplatform.core.data.CheckStore.Stated;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Quality;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.panels.StoredPanels;
import org.quantplatform.store.internal.panels.TestPanels;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class StoredChecksTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);
    private static final Finding SPIKE = new Finding("A", LocalDate.of(2020, 1, 3), "spike", "up and down", true);
    private static final Finding DIFFERS =
            new Finding("A", LocalDate.of(2020, 1, 3), "close_differs", "close 99 from one, 11 from two", true);
    private static final Comparison COMPARISON =
            new Comparison(List.of("two"), 0.005, 0.5, 1, 1, 1, Map.of("no_bar", 3L));
    private static final Finding JUMP = new Finding("A", LocalDate.of(2020, 1, 2), "jump", "up", false);

    @TempDir
    private Path folder;

    private Database database;
    private StoredChecks checks;
    private StoredPanels panels;

    @BeforeEach
    void someBars() {
        database = TestDatabase.migrated();
        checks = new StoredChecks(database);
        panels = TestPanels.in(database, folder);
        int day = (int) LocalDate.of(2020, 1, 6).toEpochDay();
        Row flagged = new Row(0, 0, Market.US, "A", day, Double.NaN, 12, 12, 12, 1, "missing open");
        new Importing(database)
                .run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 99), flagged, row("A", "2020-01-07", 13));
    }

    private CheckReport check(Finding... findings) {
        return check(null, findings);
    }

    private CheckReport compare(List<LocalDate> days, Finding... findings) {
        int[] compared = days.stream().mapToInt(day -> (int) day.toEpochDay()).toArray();
        return check(new Compared(COMPARISON, Map.of("A", compared)), findings);
    }

    private CheckReport check(@Nullable Compared compared, Finding... findings) {
        CheckRequest request = new CheckRequest(Market.US, null, null, null, null);
        String id = checks.create(TestDatabase.caller(database, "checker"), request, "{}");
        Checked checked =
                new Checked(Market.US, List.of("A"), FIRST, FIRST.plusDays(9), 4, List.of(findings), compared);
        checks.save(id, checked);
        checks.save(id, checked);
        return checks.get(id).orElseThrow();
    }

    private double[] closes(long snapshot, Quality quality) {
        MarketPanel panel = panels.load(new PanelQuery(snapshot, Market.US, List.of(), null, Set.of(), quality));
        return panel.prices().column(Field.CLOSE);
    }

    @Test
    void keepsFindingsByRuleAndInstrument() {
        CheckReport report = check(SPIKE, JUMP);

        assertThat(report.findings()).containsEntry("spike", 1L).containsEntry("jump", 1L);
        assertThat(report.bars()).isEqualTo(4);
        assertThat(checks.findings(report.checkId(), new FindingQuery(null, "A"), PageRequest.FIRST)
                        .items())
                .containsExactly(JUMP, SPIKE);
        assertThat(checks.findings(report.checkId(), new FindingQuery("spike", null), PageRequest.FIRST)
                        .items())
                .containsExactly(SPIKE);
        assertThat(checks.list(PageRequest.FIRST).items()).hasSize(1);
    }

    @Test
    void leavesOutFlaggedBarsOnlyWhereTheyAreNotWantedAndOnlySinceTheyAre() {
        assertThat(closes(1, Quality.STRICT)).containsExactly(10, 99, Double.NaN, 13);
        CheckReport report = check(SPIKE, JUMP);

        assertThat(report.snapshot()).isEqualTo("2");
        assertThat(closes(2, Quality.ALL)).containsExactly(10, 99, 12, 13);
        assertThat(closes(2, Quality.STRICT)).containsExactly(10, Double.NaN, Double.NaN, 13);
        assertThat(closes(1, Quality.STRICT)).as("as it was").containsExactly(10, 99, Double.NaN, 13);
    }

    @Test
    void aLaterCheckTakesBackWhatItDoesNotFind() {
        check(SPIKE);
        assertThat(check(SPIKE).snapshot()).as("nothing changed").isNull();
        assertThat(check().snapshot()).isEqualTo("3");

        assertThat(closes(3, Quality.STRICT)).containsExactly(10, 99, Double.NaN, 13);
        assertThat(closes(2, Quality.STRICT)).containsExactly(10, Double.NaN, Double.NaN, 13);
    }

    @Test
    void readsBarsForTheRules() {
        assertThat(checks.bars(Market.US, "A", FIRST.plusDays(1), null)
                        .orElseThrow()
                        .flags())
                .containsExactly("", "missing open", "");
        assertThat(checks.bars(Market.US, "Z", null, null)).isEmpty();
    }

    @Test
    void aComparisonsFlagHoldsUntilTheBarIsComparedAgain() {
        CheckReport first = compare(List.of(DIFFERS.date()), DIFFERS);
        assertThat(first.comparison()).isEqualTo(COMPARISON);
        assertThat(closes(2, Quality.STRICT)).containsExactly(10, Double.NaN, Double.NaN, 13);

        assertThat(check().snapshot()).as("nobody was asked").isNull();
        assertThat(compare(List.of(FIRST)).snapshot()).as("another bar").isNull();
        assertThat(compare(List.of(DIFFERS.date())).snapshot()).isEqualTo("3");
        assertThat(closes(3, Quality.STRICT)).containsExactly(10, 99, Double.NaN, 13);
        assertThat(closes(2, Quality.STRICT)).containsExactly(10, Double.NaN, Double.NaN, 13);
    }

    @Test
    void aComparisonsFlagEndsWithTheBarThatItSpeaksOf() {
        compare(List.of(DIFFERS.date()), DIFFERS);
        new Importing(database).run(row("A", "2020-01-03", 98));

        assertThat(compare(List.of(DIFFERS.date()), DIFFERS).snapshot())
                .as("found again, of the new bar")
                .isEqualTo("4");
        assertThat(check().snapshot()).isNull();
        assertThat(closes(4, Quality.STRICT)).containsExactly(10, Double.NaN, Double.NaN, 13);

        new Importing(database).run(row("A", "2020-01-03", 11));
        assertThat(check().snapshot()).isEqualTo("6");
        assertThat(closes(6, Quality.STRICT)).containsExactly(10, 11, Double.NaN, 13);
    }

    @Test
    void tellsWhereBarsComeFrom() {
        Stated stated = checks.stated(Market.US, "A", null, null).orElseThrow();

        assertThat(stated.bars().epochDays()).hasSize(4);
        assertThat(stated.sources()).hasSize(4).containsOnly("test");
        assertThat(stated.bars().basis()).isEqualTo(PriceBasis.RAW);
        assertThat(stated.currency()).isEqualTo("USD");
        assertThat(stated.bars().splits()).isEmpty();
        assertThat(checks.stated(Market.US, "Z", null, null)).isEmpty();
    }

    @Test
    void tellsWhichSplitsThereAreAndWhetherPricesContainThem() {
        LocalDate exDate = LocalDate.of(2020, 1, 6);
        new Importing(database).run(PriceBasis.SPLIT, Importing.judged(2), writer -> {
            writer.bar(row("B", "2020-01-03", 10));
            writer.action(1, new CorporateAction(Market.US, "B", exDate, CorporateAction.Kind.SPLIT, 2));
            writer.action(2, new CorporateAction(Market.US, "B", exDate, CorporateAction.Kind.DIVIDEND, 1));
        });

        Bars bars = checks.bars(Market.US, "B", null, null).orElseThrow();

        assertThat(bars.basis()).isEqualTo(PriceBasis.SPLIT);
        assertThat(bars.splits()).isEqualTo(Map.of(exDate, 2.0));
    }
}
