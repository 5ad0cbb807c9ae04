package org.quantplatform.store.internal.factors;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.Idempotency;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.factors.AnalysisRows.Head;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Analyses in the database. The request of an analysis' job is the {@link NewAnalysis} as JSON. */
@Component
public final class StoredFactorAnalyses implements FactorAnalysisStore {

    private static final String KIND = "factor-analysis";

    private final Database database;

    @Activate
    public StoredFactorAnalyses(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, NewAnalysis analysis, Optional<String> idempotencyKey) {
        return database.write(session -> {
            String id = JobRows.nextId(session, "fa");
            // without the pins: an import between two tries makes another analysis, but not another request
            Use use = new Use(caller.userId(), KIND, idempotencyKey, QuantJson.write(analysis.request()));
            Optional<String> earlier = Idempotency.claim(session, use, id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            String request = QuantJson.write(analysis);
            JobRows.queue(session, id, KIND, caller.userId(), request);
            session.update(
                    "insert into factor_analyses (id, owner_id, request) values (?, ?, ?::json)",
                    id,
                    caller.userId(),
                    request);
            return id;
        });
    }

    @Override
    public Optional<FactorAnalysis> get(long ownerId, String id) {
        return database.read(session -> session.first(
                """
                select j.*, a.request as wanted, a.result
                from factor_analyses a join jobs j on j.id = a.id where a.owner_id = ? and a.id = ?""",
                AnalysisRows::analysis,
                ownerId,
                id));
    }

    @Override
    public Page<FactorAnalysis> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        """
                        select j.*, a.request as wanted, null as result
                        from factor_analyses a join jobs j on j.id = a.id
                        where a.owner_id = ? order by a.number desc limit ? offset ?""",
                        AnalysisRows::analysis,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from factor_analyses where owner_id = ?", ownerId)));
    }

    @Override
    public void saveResult(String id, Result result) {
        database.write(session -> {
            long analysis = session.first(
                            "select number from factor_analyses where id = ? for update",
                            row -> row.getLong("number"),
                            id)
                    .orElseThrow(() -> QuantException.notFound("factor analysis", id));
            session.update(
                    "update factor_analyses set result = ?::json where number = ?",
                    QuantJson.write(new Head(result.dataDigest(), result.subjects(), result.warnings())),
                    analysis);
            session.update("delete from factor_analysis_parts where analysis = ?", analysis);
            for (PartOf part : result.parts()) {
                save(session, analysis, part);
            }
            return analysis;
        });
    }

    @Override
    public <T> Optional<T> part(String id, PartKey key, Class<T> type) {
        return database.read(session -> session.first(
                """
                select p.document from factor_analysis_parts p join factor_analyses a on a.number = p.analysis
                where a.id = ? and p.subject = ? and p.part = ?""",
                row -> QuantJson.read(row.getString("document"), type),
                id,
                key.subject(),
                code(key)));
    }

    @Override
    public void delete(long ownerId, String id) {
        database.write(session -> {
            int deleted = session.update(
                    """
                    delete from jobs where id = ? and owner_id = ?
                      and exists (select from factor_analyses a where a.id = jobs.id)""",
                    id,
                    ownerId);
            if (deleted == 0) {
                throw QuantException.notFound("factor analysis", id);
            }
            Idempotency.forget(session, ownerId, KIND, id);
            return deleted;
        });
    }

    private static void save(Session session, long analysis, PartOf part) throws SQLException {
        session.update(
                "insert into factor_analysis_parts (analysis, subject, part, document) values (?, ?, ?, ?::json)",
                analysis,
                part.key().subject(),
                code(part.key()),
                QuantJson.write(part.document()));
    }

    private static String code(PartKey key) {
        return key.part().name().toLowerCase(Locale.ROOT);
    }
}
