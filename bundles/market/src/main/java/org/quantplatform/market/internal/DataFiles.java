package org.quantplatform.market.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.data.ExportStore;
import org.quantplatform.core.data.ExportStore.ActionRow;
import org.quantplatform.core.data.ExportStore.BarRow;
import org.quantplatform.core.data.ExportStore.FactRow;
import org.quantplatform.core.data.ExportStore.MinuteRow;
import org.quantplatform.core.data.ExportStore.State;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.core.files.Column;
import org.quantplatform.core.files.CsvRows;
import org.quantplatform.core.files.FileShelf;
import org.quantplatform.core.files.ParquetRows;
import org.quantplatform.core.files.Rows;
import org.quantplatform.core.files.ShelvedFile;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stored data as files that can be imported again. They are written row by row when first asked for and kept on a shelf, so
 * that a download can be taken up where it broke; their names there are digests of state and query.
 */
@Component(service = DataFiles.class)
public final class DataFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DataFiles.class);
    private static final long SHELF_BYTES = 2L << 30;

    /** Changes with the way in which files are written. */
    private static final String FORM = "1";

    private static final List<Column<BarRow>> BARS = List.of(
            new Column.Text<>("ticker", BarRow::ticker),
            new Column.Day<>("date", BarRow::date),
            new Column.Number<>("open", BarRow::open),
            new Column.Number<>("high", BarRow::high),
            new Column.Number<>("low", BarRow::low),
            new Column.Number<>("close", BarRow::close),
            new Column.Number<>("volume", BarRow::volume),
            new Column.Text<>("flag", BarRow::flag));

    private static final List<Column<MinuteRow>> MINUTES = List.of(
            new Column.Text<>("ticker", MinuteRow::ticker),
            new Column.Text<>("time", row -> row.start().toString()),
            new Column.Number<>("open", MinuteRow::open),
            new Column.Number<>("high", MinuteRow::high),
            new Column.Number<>("low", MinuteRow::low),
            new Column.Number<>("close", MinuteRow::close),
            new Column.Number<>("volume", MinuteRow::volume),
            new Column.Text<>("flag", MinuteRow::flag));

    private static final List<Column<ActionRow>> ACTIONS = List.of(
            new Column.Text<>("ticker", ActionRow::ticker),
            new Column.Day<>("date", ActionRow::date),
            new Column.Text<>("kind", ActionRow::kind),
            new Column.Number<>("value", ActionRow::value));

    private static final List<Column<FactRow>> FACTS = List.of(
            new Column.Text<>("ticker", FactRow::ticker),
            new Column.Text<>("item", FactRow::item),
            new Column.Day<>("period_end", FactRow::periodEnd),
            new Column.Day<>("published", FactRow::published),
            new Column.Number<>("value", FactRow::value));

    private final ExportStore store;
    private final FileShelf shelf;

    @Activate
    public DataFiles(BundleContext context, @Reference ExportStore store) {
        this(Path.of(context.getProperty("karaf.data")).resolve("exports"), store);
    }

    DataFiles(Path folder, ExportStore store) {
        this.store = store;
        this.shelf = new FileShelf(folder, SHELF_BYTES);
    }

    ResultFile of(ExportQuery query) {
        State state = store.state(query);
        ResultFormat format = query.format();
        String tag = tag(query, state);
        String kept = tag + "." + format.extension();
        ShelvedFile.Source source = () -> shelf.get(kept, out -> write(query, state, out));
        String name = (query.market() + "-" + query.kind()).toLowerCase(Locale.ROOT) + "-" + state.snapshot() + "."
                + format.extension();
        try {
            return ShelvedFile.of(name, format.mediaType(), tag, source);
        } catch (IOException e) {
            LOG.warn("An export cannot be written into a file", e);
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the file cannot be written on the server", e);
        }
    }

    private void write(ExportQuery query, State state, OutputStream out) throws IOException {
        switch (query.kind()) {
            case BARS -> {
                try (Rows<BarRow> rows = rows(query, state, BARS, out)) {
                    store.bars(query, state, rows);
                }
            }
            case MINUTES -> {
                try (Rows<MinuteRow> rows = rows(query, state, MINUTES, out)) {
                    store.minutes(query, state, rows);
                }
            }
            case ACTIONS -> {
                try (Rows<ActionRow> rows = rows(query, state, ACTIONS, out)) {
                    store.actions(query, state, rows);
                }
            }
            case FUNDAMENTALS -> {
                try (Rows<FactRow> rows = rows(query, state, FACTS, out)) {
                    store.facts(query, state, rows);
                }
            }
        }
    }

    private static <R> Rows<R> rows(ExportQuery query, State state, List<Column<R>> columns, OutputStream out)
            throws IOException {
        return query.format() == ResultFormat.CSV
                ? new CsvRows<>(out, columns)
                : new ParquetRows<>(
                        out,
                        columns,
                        Map.of("market", query.market().name(), "snapshot", String.valueOf(state.snapshot())));
    }

    private static String tag(ExportQuery query, State state) {
        return Sha256.hex(String.join("\n", FORM, query.toString(), state.toString()))
                .substring(0, 32);
    }
}
