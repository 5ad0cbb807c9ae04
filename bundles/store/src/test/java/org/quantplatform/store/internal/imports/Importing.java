package org.quantplatform.store.internal.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.DirectLoadRefused;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

/** Short words for imports. */
public final class Importing {

    private final StoredImports imports;
    private final Caller caller;
    private final boolean direct;

    /** As large files are imported: directly where that may be, else staged. */
    public Importing(Database database) {
        this(database, true);
    }

    Importing(Database database, boolean direct) {
        this.imports = new StoredImports(database);
        this.caller = TestDatabase.caller(database, "importer");
        this.direct = direct;
    }

    public StoredImports store() {
        return imports;
    }

    public String create() {
        return imports.create(caller, "test", "{}");
    }

    public ImportReport run(PriceBasis basis, Judged judged, Consumer<Writer> rows) {
        String id = create();
        try (Writer writer = begin(id, basis)) {
            rows.accept(writer);
            return writer.commit(judged);
        } catch (DirectLoadRefused e) {
            return runStaged(id, basis, judged, rows);
        }
    }

    private ImportReport runStaged(String id, PriceBasis basis, Judged judged, Consumer<Writer> rows) {
        try (Writer writer = imports.begin(id, "test", basis)) {
            rows.accept(writer);
            return writer.commit(judged);
        }
    }

    Writer begin(String id, PriceBasis basis) {
        return direct ? imports.beginDirect(id, "test", basis) : imports.begin(id, "test", basis);
    }

    public ImportReport run(Row... rows) {
        return run(PriceBasis.RAW, judged(rows.length), writer -> List.of(rows).forEach(writer::bar));
    }

    public static Judged judged(long received) {
        return new Judged(List.of("a.csv"), received, 0, 0, Map.of(), List.of());
    }

    /** Line 0 of the first file; open to close are all {@code price}. */
    public static Row row(String ticker, String date, double price) {
        return row(0, ticker, date, price);
    }

    public static Row row(long line, String ticker, String date, double price) {
        int day = (int) LocalDate.parse(date).toEpochDay();
        return new Row(0, line, Market.US, ticker, day, price, price, price, price, 100, null);
    }
}
