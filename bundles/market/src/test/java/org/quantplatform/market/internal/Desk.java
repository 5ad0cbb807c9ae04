package org.quantplatform.market.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.Upload;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.rules.kr.KoreaMarketRules;
import org.quantplatform.rules.us.UnitedStatesMarketRules;
import org.quantplatform.source.csv.internal.CsvSource;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.market.MarketRules;

/** The market bundle put together by hand, on a memory store and the sources given. */
final class Desk {

    static final Caller CALLER = new Caller(1, "tester", Set.of(Role.ADMIN), "local", "127.0.0.1");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-14T20:00:00Z"), ZoneOffset.UTC);

    static final Map<Market, MarketRules> RULES =
            Map.of(Market.US, new UnitedStatesMarketRules(), Market.KR, new KoreaMarketRules());

    final MemoryStore store = new MemoryStore();
    final MemoryExports exported = new MemoryExports();
    final Path data;
    final ImportArea area;
    final ImportHandler handler;
    final MarketData service;
    final Map<String, DataSource> sources = new TreeMap<>(Map.of("csv", new CsvSource()));
    int woken;
    boolean full;

    Desk(Path data) throws IOException {
        this(data, new ImportArea.Limits(10, 1 << 24, 1 << 25, 1 << 28, 10));
    }

    Desk(Path data, ImportArea.Limits limits) throws IOException {
        this.data = data;
        this.area = new ImportArea(data, "import", limits);
        this.handler = new ImportHandler(area, new ImportHandler.Stores(store, store), registry(), CLOCK);
        DataFiles files = new DataFiles(data.resolve("exports"), exported);
        this.service =
                new MarketDataService(area, store, store, queue(), new Unread(), registry(), files).forCaller(CALLER);
    }

    static ImportRequest us() {
        return request(Market.US, null);
    }

    static ImportRequest request(Market market, @Nullable List<String> serverFiles) {
        return new ImportRequest(null, market, null, null, null, null, null, null, null, null, serverFiles);
    }

    Upload upload(String name, byte[] content) {
        try {
            Path file = Files.createTempFile(data, "upload", ".tmp");
            return new Upload(name, Files.write(file, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Upload upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports and runs the job. */
    ImportReport imported(ImportRequest request, Upload... files) throws Exception {
        ImportReport queued = service.importData(request, List.of(files));
        handler.run(job(queued.importId()));
        return service.getImport(queued.importId());
    }

    Job job(String id) {
        return new Job(id, String.valueOf(store.requests.get(id)));
    }

    long spooled() {
        try (var folders = Files.list(data.resolve("import-spool"))) {
            return folders.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static final class Job implements JobContext {

        private final String id;
        private final String json;
        boolean cancelled;
        long done;
        long total;

        Job(String id, String json) {
            this.id = id;
            this.json = json;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public long ownerId() {
            return 1;
        }

        @Override
        public String requestJson() {
            return json;
        }

        @Override
        public void progress(long done, long total, Map<String, Object> values) {
            this.done = done;
            this.total = total;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    /** Imports read no panels. */
    private static final class Unread implements PanelSource {

        @Override
        public long currentSnapshot() {
            return 1;
        }

        @Override
        public MarketPanel load(PanelQuery query) {
            throw new AssertionError(query);
        }

        @Override
        public List<IndexMember> members(long snapshot, Market market, String index) {
            LocalDate first = LocalDate.of(2020, 1, 2);
            return index.equals("SP500")
                    ? List.of(
                            new IndexMember(market, index, "A", first, first.plusDays(10)),
                            new IndexMember(market, index, "B", first, null))
                    : List.of();
        }
    }

    JobQueue queue() {
        return new JobQueue() {
            @Override
            public void wake() {
                woken++;
            }

            @Override
            public void checkRoom() {
                if (full) {
                    throw QuantException.of(org.quantplatform.model.ErrorCode.QUOTA_EXCEEDED, "full");
                }
            }
        };
    }

    PluginRegistry registry() {
        return new PluginRegistry() {
            @Override
            public <S> BoundPlugin<S> bind(
                    Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
                boolean rules = service == MarketRules.class;
                Object plugin = rules ? RULES.get(Market.find(id).orElseThrow()) : sources.get(id);
                if (plugin == null) {
                    throw QuantException.invalid(path.id(), "no plug-in '" + id + "'");
                }
                return new BoundPlugin<>(
                        service.cast(plugin),
                        new BoundPlugin.NoParameters(),
                        Map.of(),
                        new PluginPin(rules ? PluginKind.RULES : PluginKind.SOURCE, id, "test", "1.0.0", "00"));
            }

            @Override
            public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
                throw new AssertionError("imports do not pin");
            }

            @Override
            public Optional<PluginInfo> find(PluginKind kind, String id) {
                return Optional.empty();
            }

            @Override
            public List<PluginInfo> active(PluginKind kind) {
                return List.of();
            }

            @Override
            public long count(PluginInfo.Status status) {
                return 0;
            }
        };
    }
}
