package org.quantplatform.store.internal.factors;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.core.factors.FactorScoreStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.Idempotency;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Factor scores in the database. The request of a set's job is the {@link NewScores} as JSON. */
@Component
public final class StoredFactorScores implements FactorScoreStore {

    private static final String KIND = "factor-scores";
    private static final String SETS =
            """
            select s.id as set_id, s.request as set_request, j.request as job_request, s.created_at as set_created,
                   cardinality(s.instruments) as assets, s.*, j.*
            from factor_score_sets s join jobs j on j.id = s.job_id""";

    private static final String DUE =
            """
             s.keep and j.status in ('completed', 'failed', 'cancelled')
            and (select max(c.import_id) from market_changes c where c.market = s.market)
                > greatest(coalesce(s.snapshot, 0), (j.request ->> 'snapshot')::bigint)""";

    private final Database database;

    @Activate
    public StoredFactorScores(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, NewScores scores, Optional<String> idempotencyKey) {
        String request = QuantJson.write(scores.request());
        return database.write(session -> {
            String job = JobRows.nextId(session, "fs");
            Use use = new Use(caller.userId(), KIND, idempotencyKey, scores.name() + request);
            // the key stands for the job that it made, by which the set is found even after it was computed again
            Optional<String> earlier = Idempotency.claim(session, use, job);
            if (earlier.isPresent()) {
                return ofKey(session, caller.userId(), scores, earlier.get());
            }
            JobRows.queue(session, job, KIND, caller.userId(), QuantJson.write(scores));
            return taken(session, caller.userId(), scores, job);
        });
    }

    @Override
    public Optional<ScoreSet> get(long ownerId, String id) {
        return database.read(
                session -> session.first(SETS + " where s.owner_id = ? and s.id = ?", ScoreRows::set, ownerId, id));
    }

    @Override
    public Page<ScoreSet> list(long ownerId, String factor, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        SETS + " where s.owner_id = ? and s.factor_name = ? order by s.number desc limit ? offset ?",
                        ScoreRows::set,
                        ownerId,
                        factor,
                        page.limit(),
                        page.offset()),
                page,
                session.number(
                        "select count(*) from factor_score_sets where owner_id = ? and factor_name = ?",
                        ownerId,
                        factor)));
    }

    @Override
    public Optional<String> latest(long ownerId, String factor, @Nullable Market market) {
        String code = market == null ? null : market.name();
        return database.read(session -> session.first(
                """
                select id from factor_score_sets
                where owner_id = ? and factor_name = ? and computed_at is not null and (?::text is null or market = ?)
                order by computed_at desc, number desc limit 1""",
                row -> row.getString("id"),
                ownerId,
                factor,
                code,
                code));
    }

    @Override
    public Optional<DayScores> read(String id, @Nullable LocalDate date) {
        return database.read(session -> session.first(
                """
                select s.id, s.factor_name, s.market, d.date, d.scores,
                       array(select i.ticker::text from unnest(s.instruments) with ordinality as u (id, place)
                             join instruments i on i.id = u.id order by u.place) as tickers
                from factor_score_sets s join factor_score_days d on d.set_number = s.number
                where s.id = ? and (?::date is null or d.date <= ?) order by d.date desc limit 1""",
                DayRow::scores,
                id,
                date,
                date));
    }

    @Override
    public void save(String jobId, Computed computed) {
        database.write(session -> {
            Optional<Long> set = session.first(
                    "select number from factor_score_sets where job_id = ? for update",
                    row -> row.getLong("number"),
                    jobId);
            return set.isPresent() ? save(session, set.get(), computed) : 0L;
        });
    }

    @Override
    public void delete(long ownerId, String id) {
        database.write(session -> {
            String job = lockedJob(session, "s.owner_id = ? and s.id = ?", ownerId, id)
                    .orElseThrow(() -> QuantException.notFound("score set", id));
            refuseOpen(session, job);
            return session.update("delete from factor_score_sets where job_id = ?", job);
        });
    }

    @Override
    public List<Due> due() {
        return database.read(session -> session.list(
                SETS + " where" + DUE + " order by s.number",
                row -> new Due(
                        row.getString("set_id"),
                        row.getLong("owner_id"),
                        QuantJson.read(row.getString("job_request"), NewScores.class))));
    }

    @Override
    public boolean queueAgain(Due set, NewScores scores) {
        return database.write(session -> {
            Optional<String> job = lockedJob(session, "s.id = ? and" + DUE, set.id());
            if (job.isEmpty()) {
                return false;
            }
            String next = JobRows.nextId(session, "fs");
            JobRows.queue(session, next, KIND, set.ownerId(), QuantJson.write(scores));
            session.update("update factor_score_sets set job_id = ? where id = ?", next, set.id());
            return true;
        });
    }

    /** The set of a job that a key made, or the one of the same request when that job was followed by another. */
    private static String ofKey(Session session, long owner, NewScores scores, String job) throws SQLException {
        return session.first(
                        """
                        select id from factor_score_sets
                        where owner_id = ? and (id = ? or factor_name = ? and request_hash = ?)""",
                        row -> row.getString("id"),
                        owner,
                        job,
                        scores.name(),
                        hash(scores.request()))
                .orElseThrow(() -> QuantException.of(ErrorCode.CONFLICT, "what the idempotency key made was deleted"));
    }

    private static String taken(Session session, long owner, NewScores scores, String job) throws SQLException {
        String hash = hash(scores.request());
        Optional<String> before = lockedJob(
                session, "s.owner_id = ? and s.factor_name = ? and s.request_hash = ?", owner, scores.name(), hash);
        if (before.isPresent()) {
            refuseOpen(session, before.get());
        }
        return session.first(
                        """
                        insert into factor_score_sets
                            (id, owner_id, job_id, factor_name, market, request, request_hash, keep)
                        values (?, ?, ?, ?, ?, ?::json, ?, ?)
                        on conflict (owner_id, factor_name, request_hash)
                            do update set job_id = excluded.job_id, request = excluded.request, keep = excluded.keep
                        returning id""",
                        row -> row.getString("id"),
                        job,
                        owner,
                        job,
                        scores.name(),
                        scores.request().universe().market().name(),
                        QuantJson.write(scores.request()),
                        hash,
                        Boolean.TRUE.equals(scores.request().keep()))
                .orElseThrow();
    }

    private static Optional<String> lockedJob(Session session, String condition, Object... values) throws SQLException {
        return session.first(
                "select j.id from factor_score_sets s join jobs j on j.id = s.job_id where " + condition
                        + " for update of s",
                row -> row.getString("id"),
                values);
    }

    private static void refuseOpen(Session session, String job) throws SQLException {
        String status = session.first("select status from jobs where id = ?", row -> row.getString("status"), job)
                .orElse("");
        if (status.equals("queued") || status.equals("running")) {
            throw QuantException.of(
                    ErrorCode.CONFLICT,
                    "these scores are being computed, job " + job + " is " + status.toLowerCase(Locale.ROOT));
        }
    }

    private static long save(Session session, long set, Computed computed) throws SQLException {
        int[] instruments = ScoreRows.instruments(session, computed);
        long values = ScoreRows.replaceDays(session, set, computed);
        return session.update(
                """
                update factor_score_sets
                set plugin_sha256 = ?, snapshot = ?, data_digest = ?, instruments = ?, first_date = ?, last_date = ?,
                    days = ?, stored_values = ?, computed_at = clock_timestamp()
                where number = ?""",
                computed.codeSha256(),
                computed.snapshot(),
                computed.dataDigest(),
                instruments,
                LocalDate.ofEpochDay(computed.epochDays()[computed.firstDay()]),
                LocalDate.ofEpochDay(computed.epochDays()[computed.lastDay()]),
                computed.lastDay() - computed.firstDay() + 1,
                values,
                set);
    }

    /** What else a request says than whether to keep its scores up to date. */
    private static String hash(ScoreRequest r) {
        return Sha256.hex(QuantJson.write(
                new ScoreRequest(r.parameters(), r.universe(), r.startDate(), r.endDate(), r.adjust(), null)));
    }
}
