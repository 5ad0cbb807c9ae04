package org.quantplatform.source.csv.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.source.csv.internal.parquet.ParquetRecords;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.InputFile;

/**
 * Daily bars, items of companies' accounts, corporate actions or members of indexes, from delimited text with a header
 * line, or from the columns of Apache Parquet files (by the end of their name). Options:
 *
 * <ul>
 *   <li>{@code kind}: {@code bars} (default), {@code fundamentals}, {@code actions} or {@code index}
 *   <li>{@code layout}: {@code long} (default), a row per bar or item, or {@code wide}: of bars a column of closes per ticker,
 *       of accounts a column per item
 *   <li>{@code columns.ticker}, {@code columns.date}, {@code columns.open} … {@code columns.volume}: names in the file;
 *       of accounts {@code columns.ticker}, {@code columns.period_end}, {@code columns.published}, and {@code columns.item}
 *       and {@code columns.value}, or for {@code wide} the name of an item, such as {@code columns.net_income}
 *   <li>of actions {@code columns.ticker}, {@code columns.date}, {@code columns.kind} ({@code split}, {@code dividend}, {@code
 *       delisting}, {@code spin_off} or {@code rename}), {@code columns.value} and {@code columns.new_ticker}; of indexes
 *       {@code columns.index}, {@code columns.ticker}, {@code columns.from} and {@code columns.to}, empty while it belongs
 *   <li>{@code ticker}: of every row, for files of one instrument
 *   <li>{@code date_format}: pattern of dates, such as {@code dd/MM/yyyy}; 2020-01-31 by default
 *   <li>{@code delimiter}: a character, {@code tab} or {@code auto} (default); {@code charset}: UTF-8 by default
 *   <li>{@code exchange}, {@code currency}: of the instruments, the market's by default
 * </ul>
 */
@Component(service = DataSource.class)
@Plugin(
        id = "csv",
        title = "Files (CSV, Parquet)",
        tags = {"file"})
public final class CsvSource implements DataSource {

    private static final Set<DataKind> KINDS =
            Set.of(DataKind.DAILY_BARS, DataKind.FUNDAMENTALS, DataKind.CORPORATE_ACTIONS, DataKind.INDEX_MEMBERS);

    private static final int MAX_LONG_RECORD = 1 << 16;
    /** A wide record has a cell for every ticker. */
    private static final int MAX_WIDE_RECORD = 1 << 20;

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(Market.class), KINDS, true, false);
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        if (request.markets().size() != 1) {
            throw new PluginException("market: a file holds bars of one market, so one must be named");
        }
        if (request.files().isEmpty()) {
            throw new PluginException("file: at least one file is needed");
        }
        CsvOptions options = CsvOptions.of(request.options());
        if (!request.kinds().contains(options.kind().delivers())) {
            return;
        }
        Delivery delivery = new Delivery(request, options, sink);
        for (InputFile file : request.files()) {
            read(file, options, delivery);
        }
    }

    private static void read(InputFile file, CsvOptions options, Delivery delivery) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            try (ParquetRecords records = ParquetRecords.open(file.name(), file.open())) {
                read(file.name(), records, options, delivery);
            }
            return;
        }
        int longest = options.wide() ? MAX_WIDE_RECORD : MAX_LONG_RECORD;
        // what is not of the charset would be stored under a name that nobody wrote
        try (Reader in = new InputStreamReader(file.open(), options.charset().newDecoder())) {
            read(file.name(), new CsvScanner(in, options.delimiter(), longest), options, delivery);
        } catch (CharacterCodingException e) {
            throw new PluginException(
                    file.name() + " is not in " + options.charset() + ": state its charset, as charset=EUC-KR", e);
        }
    }

    private static void read(String file, Records records, CsvOptions options, Delivery delivery) throws IOException {
        if (!records.next()) {
            throw new PluginException(file + " is empty; a header line is needed");
        }
        Layout layout = layout(records, Header.of(file, records), options, delivery);
        for (int rows = 1; records.next(); rows++) {
            if (rows % Delivery.ROWS_BETWEEN_LOOKS == 0 && delivery.cancelled()) {
                return;
            }
            layout.row();
        }
    }

    private static Layout layout(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        return switch (options.kind()) {
            case BARS ->
                options.wide()
                        ? new WideLayout(scanner, header, options, delivery)
                        : new LongLayout(scanner, header, options, delivery);
            case FUNDAMENTALS ->
                options.wide()
                        ? new WideAccounts(scanner, header, options, delivery)
                        : new LongAccounts(scanner, header, options, delivery);
            case ACTIONS -> new ActionRows(scanner, header, options, delivery);
            case INDEX -> new MemberRows(scanner, header, options, delivery);
        };
    }
}
