package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Searches in PostgreSQL. */
@Component
public final class StoredSearches implements SearchStore {

    private static final String KIND = "search";
    private static final String SEARCHES =
            """
            select s.id, s.result, j.*,
                   (select count(*) from search_trials t where t.search = s.number) as finished,
                   (select count(*) from search_trials t where t.search = s.number and t.error is not null) as failed
            from searches s join jobs j on j.id = s.id where s.owner_id = ?""";
    private static final String OF_SEARCH =
            """
            where t.search = (select number from searches where id = ?)
              and (?::integer is null or t.time_window = ?) and (?::text is null or t.part = ?)""";
    private static final String TRIALS =
            """
            select t.number, t.time_window, t.part, t.varied, t.objective, t.summary, t.error from search_trials t\s""";
    private static final String INSERT =
            """
            insert into search_trials (search, number, time_window, part, varied, objective, rating, summary, error,
                                       epoch_days, returns)
            values (?, ?, ?, ?, ?::json, ?, ?, ?::json, ?, ?, ?) on conflict do nothing""";

    private final Database database;

    @Activate
    public StoredSearches(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, NewSearch search, Optional<String> idempotencyKey) {
        String plan = QuantJson.write(search);
        return database.write(session -> {
            String id = JobRows.nextId(session, "se");
            // without pins and snapshot: an import between two tries makes another plan, but not another request
            Use use = new Use(caller.userId(), KIND, idempotencyKey, QuantJson.write(search.request()));
            Optional<String> earlier = Idempotency.claim(session, use, id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            JobRows.queue(session, id, KIND, caller.userId(), plan);
            session.update(
                    "insert into searches (id, owner_id, data_set) values (?, ?, data_set_of(?::json))",
                    id,
                    caller.userId(),
                    QuantJson.write(search.request().backtest().universe()));
            return id;
        });
    }

    @Override
    public Optional<Search> get(long ownerId, String id) {
        return database.read(session -> session.first(SEARCHES + " and s.id = ?", SearchRows::search, ownerId, id));
    }

    @Override
    public Page<Search> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        SEARCHES + " order by s.number desc limit ? offset ?",
                        SearchRows::search,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from searches where owner_id = ?", ownerId)));
    }

    @Override
    public Optional<NewSearch> plan(long ownerId, String id) {
        return database.read(session -> session.first(
                "select j.request from searches s join jobs j on j.id = s.id where s.owner_id = ? and s.id = ?",
                row -> QuantJson.read(row.getString("request"), NewSearch.class),
                ownerId,
                id));
    }

    @Override
    public Set<Integer> finished(String id) {
        List<Integer> numbers = database.read(session -> session.list(
                "select number from search_trials where search = (select number from searches where id = ?)",
                row -> row.getInt("number"),
                id));
        return new TreeSet<>(numbers);
    }

    @Override
    public void save(String id, List<Finished> trials) {
        database.write(session -> {
            Head head = head(session, id);
            int added = 0;
            for (Finished each : trials) {
                added += insert(session, head, each);
            }
            if (added > 0) {
                TrialLedger.trials(session, head.dataSet(), head.owner(), added);
            }
            return added;
        });
    }

    private static int insert(Session session, Head head, Finished finished) throws SQLException {
        Trial trial = finished.trial();
        return session.update(
                INSERT,
                head.number(),
                trial.number(),
                trial.window(),
                SearchRows.code(trial.part()),
                QuantJson.write(trial.values()),
                Double.isNaN(trial.objective()) ? null : trial.objective(),
                SearchRows.rating(trial, head.highest()),
                trial.summary() == null ? null : QuantJson.write(trial.summary()),
                trial.error(),
                trial.part() == Trial.Part.TEST ? finished.epochDays() : null,
                SearchRows.packed(finished.returns()));
    }

    @Override
    public Page<Trial> trials(String id, TrialQuery query, PageRequest page) {
        Integer window = query.window();
        String part = partOf(query.part());
        String order = query.best() ? " order by t.rating desc nulls last, t.number" : " order by t.number";
        return database.read(session -> Page.of(
                session.list(
                        TRIALS + OF_SEARCH + order + " limit ? offset ?",
                        SearchRows::trial,
                        id,
                        window,
                        window,
                        part,
                        part,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from search_trials t " + OF_SEARCH, id, window, window, part, part)));
    }

    private static @Nullable String partOf(Trial.@Nullable Part part) {
        return part == null ? null : SearchRows.code(part);
    }

    @Override
    public List<Finished> all(String id, Trial.Part part) {
        return database.read(session -> session.list(
                """
                select t.* from search_trials t where t.search = (select number from searches where id = ?) and t.part = ?
                order by t.number""",
                SearchRows::finished,
                id,
                SearchRows.code(part)));
    }

    @Override
    public long counted(String id) {
        return database.read(session -> TrialLedger.counted(session, id));
    }

    @Override
    public void saveResult(String id, Result result) {
        int found = database.write(session ->
                session.update("update searches set result = ?::json where id = ?", QuantJson.write(result), id));
        if (found == 0) {
            throw QuantException.notFound(KIND, id);
        }
    }

    @Override
    public void delete(long ownerId, String id) {
        database.write(session -> {
            int deleted = session.update(
                    """
                    delete from jobs where id = ? and owner_id = ?
                      and exists (select from searches s where s.id = jobs.id)""",
                    id,
                    ownerId);
            if (deleted == 0) {
                throw QuantException.notFound(KIND, id);
            }
            Idempotency.forget(session, ownerId, KIND, id);
            return deleted;
        });
    }

    private static Head head(Session session, String id) throws SQLException {
        return session.first(
                        """
                        select s.number, s.owner_id, s.data_set, j.request from searches s join jobs j on j.id = s.id
                        where s.id = ?""",
                        row -> new Head(
                                row.getLong("number"),
                                row.getLong("owner_id"),
                                row.getString("data_set"),
                                QuantJson.read(row.getString("request"), NewSearch.class)
                                        .request()
                                        .objective()
                                        .highest()),
                        id)
                .orElseThrow(() -> QuantException.notFound(KIND, id));
    }

    private record Head(long number, long owner, String dataSet, boolean highest) {}
}
