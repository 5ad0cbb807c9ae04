package org.quantplatform.market.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.core.data.DirectLoadRefused;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.market.MarketRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an import: lets the source read, judges what it delivers, stores it in one go. */
@Component(service = JobHandler.class)
public final class ImportHandler implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ImportHandler.class);

    /** Of the progress, what reading is; merging into the database is the rest. */
    private static final double READING = 0.8;

    private static final long STEPS = 1000;

    /** Bytes of files from which it pays to keep others from storing while they are read. */
    static final long DIRECT_FROM = 1 << 20;

    private final ImportArea area;
    private final Stores stores;
    private final PluginRegistry plugins;
    private final Clock clock;

    /** Where the data goes. */
    record Stores(ImportStore imports, MarketStore market) {}

    @Activate
    public ImportHandler(
            @Reference ImportArea area,
            @Reference ImportStore imports,
            @Reference MarketStore market,
            @Reference PluginRegistry plugins) {
        this(area, new Stores(imports, market), plugins, Clock.systemUTC());
    }

    ImportHandler(ImportArea area, Stores stores, PluginRegistry plugins, Clock clock) {
        this.area = area;
        this.stores = stores;
        this.plugins = plugins;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public Map<String, Object> run(JobContext context) throws Exception {
        StoredImport stored = QuantJson.read(context.requestJson(), StoredImport.class);
        ImportReport report = committed(context.id()).orElse(null);
        if (report == null) {
            report = load(context, stored);
        }
        if (stored.spool() != null) {
            area.spool().remove(stored.spool());
        }
        return values(report);
    }

    /** The report of an attempt whose rows are in already, though its server was lost before the job could end. */
    private Optional<ImportReport> committed(String id) {
        return stores.imports().get(id).filter(report -> report.snapshot() != null);
    }

    private ImportReport load(JobContext context, StoredImport stored) throws Exception {
        DataSource source = plugins.bind(
                        DataSource.class,
                        stored.source(),
                        Map.of(),
                        new PluginRegistry.RequestPath("source", "options"))
                .service();
        try {
            return load(context, stored, source, true);
        } catch (DirectLoadRefused e) {
            LOG.info("Import {} is read once more, to be staged: {}", context.id(), e.getMessage());
            return load(context, stored, source, false);
        }
    }

    private ImportReport load(JobContext context, StoredImport stored, DataSource source, boolean mayBeDirect)
            throws Exception {
        String id = stored.source();
        try (ImportFiles files = ImportFiles.open(stored, area);
                ImportStore.Writer writer = begin(context.id(), stored, mayBeDirect && files.size() >= DIRECT_FROM)) {
            Tally tally = new Tally(files.names());
            fetch(context, new Feed(source, files, writer, tally), stored.request());
            if (context.cancelled()) {
                throw new JobCancelled();
            }
            ImportReport report = writer.commit(tally.judged());
            LOG.info(
                    "Import {} from {}: {} rows received, {} stored, {} revised, {} refused, {} flagged",
                    context.id(),
                    id,
                    report.received(),
                    report.stored(),
                    report.revised(),
                    report.refused(),
                    report.flagged());
            return report;
        }
    }

    private ImportStore.Writer begin(String id, StoredImport stored, boolean direct) {
        PriceBasis basis = basis(stored.request());
        return direct
                ? stores.imports().beginDirect(id, stored.source(), basis)
                : stores.imports().begin(id, stored.source(), basis);
    }

    private record Feed(DataSource source, ImportFiles files, ImportStore.Writer writer, Tally tally) {}

    private void fetch(JobContext context, Feed feed, ImportRequest request) throws JobCancelled {
        try {
            Capabilities capabilities = feed.source().capabilities();
            DataRequest asked = asked(request, capabilities, feed.files());
            ImportSink sink = new ImportSink(
                    new ImportSink.Parts(new Judge(rules(asked.markets()), clock), feed.writer(), stores.market()),
                    feed.tally(),
                    new ImportSink.Course(feed.files()::current, rows -> look(context, feed.files(), rows)),
                    capabilities.synthetic());
            feed.source().fetch(asked, sink);
        } catch (ImportSink.Stopped e) {
            throw new JobCancelled();
        } catch (PluginException e) {
            throw QuantException.of(ErrorCode.UNPROCESSABLE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw QuantException.of(ErrorCode.UNPROCESSABLE, unreadable(feed.files(), e), e);
        }
    }

    private static boolean look(JobContext context, ImportFiles files, long rows) {
        long done = files.size() == 0 ? 0 : (long) (STEPS * READING * files.read() / files.size());
        context.progress(done, STEPS, Map.of("rows", rows));
        return context.cancelled();
    }

    private static String unreadable(ImportFiles files, IOException e) {
        String where =
                files.names().isEmpty() ? "the source" : "'" + files.names().get(files.current()) + "'";
        return where + " cannot be read: " + reason(e);
    }

    /** Failures of the network may have no message. */
    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Map<Market, MarketRules> rules(Set<Market> markets) {
        Rulebook rulebook = new Rulebook(plugins);
        Map<Market, MarketRules> rules = new EnumMap<>(Market.class);
        markets.forEach(market -> rules.put(market, rulebook.of(market)));
        return rules;
    }

    private static DataRequest asked(ImportRequest request, Capabilities source, ImportFiles files) {
        Market market = request.market();
        Set<Market> markets = market == null ? source.markets() : Set.of(market);
        return new DataRequest(source.kinds(), markets, List.of(), null, null, options(request), files.inputs());
    }

    /** What stands beside the options in a request has the last word. */
    private static Map<String, String> options(ImportRequest request) {
        Map<String, String> options = new HashMap<>();
        if (request.options() != null) {
            options.putAll(request.options());
        }
        if (request.columns() != null) {
            request.columns().forEach((name, column) -> options.put("columns." + name, column));
        }
        put(options, "layout", request.layout());
        put(options, "field", request.field());
        put(options, "exchange", request.exchange());
        put(options, "currency", request.currency());
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static PriceBasis basis(ImportRequest request) {
        return request.priceBasis() == null ? PriceBasis.RAW : request.priceBasis();
    }

    private static Map<String, Object> values(ImportReport report) {
        Map<String, Object> values = new HashMap<>();
        values.put("received", report.received());
        values.put("stored", report.stored());
        values.put("unchanged", report.unchanged());
        values.put("revised", report.revised());
        values.put("flagged", report.flagged());
        values.put("refused", report.refused());
        values.put("snapshot", String.valueOf(report.snapshot()));
        return values;
    }
}
