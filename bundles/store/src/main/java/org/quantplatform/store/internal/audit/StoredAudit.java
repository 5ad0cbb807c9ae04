package org.quantplatform.store.internal.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log in the database: a chain of records, to which the database itself lets nobody do anything but add. */
@Component(configurationPid = AuditSettings.PID)
@Designate(ocd = AuditSettings.class)
public final class StoredAudit implements AuditLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredAudit.class);
    private static final int KINDS_OF_REPEATS = 10_000;
    private static final Caller SERVER = new Caller(0, "", Set.of(), "", "");

    private final AuditTable table;
    private final Repeats repeats = new Repeats(KINDS_OF_REPEATS);
    private final Anchors anchors;
    private final AuditWriter writer;
    private final Clock clock;
    private final Duration retention;
    private final ScheduledExecutorService pruning;

    @Activate
    public StoredAudit(BundleContext context, @Reference Database database, AuditSettings settings) {
        this(
                database,
                Path.of(context.getProperty("karaf.data")).resolve("audit-anchors"),
                Duration.ofDays(settings.retention_days()),
                Clock.systemUTC());
    }

    /** @param retention zero for ever */
    public StoredAudit(Database database, Path anchorFile, Duration retention, Clock clock) {
        this.table = new AuditTable(database);
        this.anchors = new Anchors(anchorFile, clock);
        this.clock = clock;
        this.retention = retention;
        this.writer = new AuditWriter(table, repeats, anchors::note, clock);
        writer.start();
        this.pruning = Executors.newSingleThreadScheduledExecutor(Daemon.threads("audit-retention"));
        if (!retention.isZero()) {
            pruning.scheduleWithFixedDelay(this::pruneQuietly, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
        }
    }

    @Override
    public void append(Caller caller, String action, @Nullable String resource, String status) {
        Deed deed = Deed.of(clock.instant(), caller, action, resource, status);
        if (!Repeats.covers(deed) || repeats.first(deed)) {
            writer.write(deed);
        }
    }

    @Override
    public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
        return table.list(query, page);
    }

    @Override
    public AuditVerification verify(@Nullable String anchor) {
        List<Link> known = new ArrayList<>();
        if (anchor != null) {
            known.add(link(anchor));
        }
        known.addAll(anchors.all());
        return new Inspection(table, known).run();
    }

    private static Link link(String anchor) {
        if (!anchor.matches("[0-9]{1,18}:[0-9a-fA-F]{64}")) {
            throw QuantException.invalid("anchor", "must be a number, ':' and the 64 hexadecimal digits of its hash");
        }
        String[] parts = anchor.split(":");
        return new Link(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
    }

    /** Removes what is older than the log is to keep. */
    long prune() {
        Instant now = clock.instant();
        return table.prune(now.minus(retention), Deed.of(now, SERVER, AuditTable.PRUNE, null, "ok"));
    }

    private void pruneQuietly() {
        try {
            long gone = prune();
            if (gone > 0) {
                LOG.info("{} audit records were older than {} days and are gone", gone, retention.toDays());
            }
        } catch (QuantException e) {
            LOG.warn("old audit records could not be removed: {}", e.getMessage());
        }
    }

    @Override
    @Deactivate
    public void close() {
        pruning.shutdown();
        writer.close();
    }
}
