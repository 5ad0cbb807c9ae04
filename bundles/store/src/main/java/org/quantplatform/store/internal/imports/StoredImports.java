package org.quantplatform.store.internal.imports;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.Idempotency;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.sql.Database;

/** Imports in the database. */
@Component
public final class StoredImports implements ImportStore {

    private static final String KIND = "import";

    private final Database database;

    @Activate
    public StoredImports(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Created create(Caller caller, String source, String requestJson, Optional<Claim> claim) {
        return database.write(session -> {
            String id = JobRows.nextId(session, "im");
            if (claim.isPresent()) {
                Use use = new Use(
                        caller.userId(),
                        KIND,
                        Optional.of(claim.get().key()),
                        claim.get().content());
                Optional<String> earlier = Idempotency.claim(session, use, id);
                if (earlier.isPresent()) {
                    return new Created(earlier.get(), true);
                }
            }
            JobRows.queue(session, id, KIND, caller.userId(), requestJson);
            session.update("insert into imports (id, source) values (?, ?)", id, source);
            return new Created(id, false);
        });
    }

    @Override
    public Optional<ImportReport> get(String id) {
        return database.read(session -> ReportRows.find(session, id));
    }

    @Override
    public Page<ImportReport> list(PageRequest page) {
        return database.read(session ->
                Page.of(ReportRows.list(session, page), page, session.number("select count(*) from imports")));
    }

    @Override
    public Writer begin(String id, String source, PriceBasis basis) {
        Origin origin = new Origin(id, source, basis);
        return StagedImport.begin(database, origin, new ImportLedger(origin));
    }

    @Override
    public Writer beginDirect(String id, String source, PriceBasis basis) {
        Origin origin = new Origin(id, source, basis);
        return StagedImport.beginDirect(database, origin, new ImportLedger(origin));
    }
}
