package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rename;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class EventsTest {

    private static final Rename RENAME = new Rename(Market.US, "FB", "META", LocalDate.of(2020, 1, 6));

    @TempDir
    private Path folder;

    private Importing importing;
    private StoredPanels panels;

    @BeforeEach
    void freshDatabase() {
        Database database = TestDatabase.migrated();
        importing = new Importing(database);
        panels = new StoredPanels(database, TestSettings.megabytes(64), folder);
    }

    @AfterEach
    void endWriting() {
        panels.stop();
    }

    private MarketPanel panel(long snapshot) {
        return panels.load(new PanelQuery(snapshot, Market.US, List.of(), null));
    }

    private ImportReport rename(Rename rename) {
        return importing.run(PriceBasis.RAW, judged(1), writer -> writer.rename(rename));
    }

    @Test
    void aRenamedInstrumentKeepsItsHistory() {
        importing.run(row("FB", "2020-01-02", 10), row("FB", "2020-01-03", 11));
        ImportReport report = rename(RENAME);
        importing.run(row("META", "2020-01-06", 12));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(panel(1).prices().tickers()).containsExactly("FB");
        assertThat(panel(2).prices().tickers()).containsExactly("META");
        assertThat(panel(3).prices().column(Field.CLOSE)).containsExactly(10, 11, 12);
        assertThat(rename(RENAME).unchanged()).isEqualTo(1);
    }

    @Test
    void rowsOfTheOldTickerFollowIt() {
        importing.run(row("FB", "2020-01-03", 11));
        rename(RENAME);
        importing.run(row("FB", "2020-01-02", 10), row("FB", "2020-01-03", 11));

        assertThat(panel(3).prices().tickers()).containsExactly("META");
        assertThat(panel(3).prices().column(Field.CLOSE)).containsExactly(10, 11);
    }

    @Test
    void aNameThatIsTakenOrUnknownIsRefused() {
        importing.run(row("FB", "2020-01-03", 11), row("META", "2020-01-06", 12));
        assertThatThrownBy(() -> rename(RENAME))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("META of market US is stored already");
        assertThatThrownBy(() -> rename(new Rename(Market.US, "X", "Y", LocalDate.EPOCH)))
                .hasMessageContaining("X of market US is not stored");
    }

    @Test
    void actionsOfAFileAreAccountedFor() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 5));
        LocalDate day = LocalDate.of(2020, 1, 3);
        CorporateAction split = new CorporateAction(Market.US, "A", day, CorporateAction.Kind.SPLIT, 2);
        CorporateAction spinOff = new CorporateAction(Market.US, "A", day, CorporateAction.Kind.SPIN_OFF, 0);
        ImportReport first = importing.run(PriceBasis.RAW, judged(3), writer -> {
            writer.action(2, split);
            writer.action(3, spinOff);
            writer.action(4, split);
        });
        assertThat(first.stored()).isEqualTo(2);
        assertThat(first.unchanged()).isEqualTo(1);
        assertThat(panel(2).actions()).containsExactlyInAnyOrder(split, spinOff);
    }

    private static IndexMember member(String ticker, String from, @Nullable String to) {
        return new IndexMember(
                Market.US, "TOP", ticker, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private ImportReport members(IndexMember... members) {
        return importing.run(PriceBasis.RAW, judged(members.length), writer -> List.of(members)
                .forEach(writer::member));
    }

    @Test
    void membersAreThoseOfTheSnapshot() {
        IndexMember stays = member("A", "2010-01-04", null);
        IndexMember open = member("B", "2010-01-04", null);
        IndexMember left = member("B", "2010-01-04", "2019-12-31");
        assertThat(members(stays, open).stored()).isEqualTo(2);
        ImportReport second = members(stays, left, left);

        assertThat(second.stored()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(panels.members(1, Market.US, "TOP")).containsExactly(stays, open);
        assertThat(panels.members(2, Market.US, "TOP")).containsExactly(stays, left);
        assertThat(panels.members(2, Market.KR, "TOP")).isEmpty();
    }

    @Test
    void membersAreToldUnderTheTickersOfTheirBars() {
        importing.run(row("FB", "2020-01-03", 11));
        members(member("FB", "2013-12-23", null));
        rename(RENAME);

        assertThat(panels.members(2, Market.US, "TOP"))
                .extracting(IndexMember::ticker)
                .containsExactly("FB");
        assertThat(panels.members(3, Market.US, "TOP"))
                .extracting(IndexMember::ticker)
                .containsExactly("META");
    }
}
