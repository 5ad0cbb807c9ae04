package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Checks of the data in the database. */
@Component
public final class StoredChecks implements CheckStore {

    private static final String SELECT =
            """
            select c.*, j.status, j.progress, j.error, j.created_at, j.finished_at
            from data_checks c join jobs j on j.id = c.id\s""";

    private static final String MATCHING =
            """
             from check_findings
            where check_id = ? and (?::text is null or rule = ?) and (?::text is null or ticker = ?)""";

    private static final String FOUND =
            """
            exists (select from check_findings n where n.check_id = ? and n.flagged and n.ticker = i.ticker
                    and n.date = f.date and n.rule = f.rule)""";

    /** A flag of a comparison speaks of the bar as it was then: it ends with it, and is set anew where it is found again. */
    private static final String UNFLAG =
            """
            update bar_flags f set replaced_by = ? from instruments i
            where i.id = f.instrument_id and i.market = ? and i.ticker = any (?) and f.date between ? and ?
              and f.replaced_by is null
              and case when f.rule = any (?)
                  then exists (select from compared_bars c where c.ticker = i.ticker and c.date = f.date) and not\s"""
                    + FOUND
                    + """
                       or exists (select from daily_bars b where b.market = i.market and b.instrument_id = i.id
                                  and b.date = f.date and b.import_id > f.import_id)
                  else not\s"""
                    + FOUND
                    + " end";

    private static final String FLAG =
            """
            insert into bar_flags (instrument_id, date, rule, import_id)
            select i.id, n.date, n.rule, ? from check_findings n
            join instruments i on i.market = ? and i.ticker = n.ticker
            where n.check_id = ? and n.flagged
              and not exists (select from bar_flags f where f.instrument_id = i.id and f.date = n.date
                              and f.rule = n.rule and f.replaced_by is null)""";

    private final Database database;

    @Activate
    public StoredChecks(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, CheckRequest request, String requestJson, Optional<Claim> claim) {
        return database.write(session -> {
            String id = JobRows.nextId(session, "ck");
            Optional<String> earlier = Idempotency.claim(session, Use.of(caller.userId(), CHECK, claim), id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            String kind = request.compare() == null ? CHECK : COMPARISON;
            JobRows.queue(session, id, kind, caller.userId(), requestJson);
            session.update(
                    "insert into data_checks (id, market, first_day, last_day) values (?, ?, ?, ?)",
                    id,
                    request.market().name(),
                    request.startDate(),
                    request.endDate());
            return id;
        });
    }

    @Override
    public Optional<CheckReport> get(String id) {
        return database.read(session -> session.first(SELECT + "where c.id = ?", StoredChecks::report, id));
    }

    @Override
    public Page<CheckReport> list(PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        SELECT + "order by j.number desc limit ? offset ?",
                        StoredChecks::report,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from data_checks")));
    }

    @Override
    public Page<Finding> findings(String id, FindingQuery query, PageRequest page) {
        String rule = query.rule();
        String ticker = query.ticker();
        return database.read(session -> Page.of(
                session.list(
                        "select *" + MATCHING + " order by ticker, date, rule limit ? offset ?",
                        row -> new Finding(
                                row.getString("ticker"),
                                Columns.date(row, "date"),
                                row.getString("rule"),
                                row.getString("detail"),
                                row.getBoolean("flagged")),
                        id,
                        rule,
                        rule,
                        ticker,
                        ticker,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*)" + MATCHING, id, rule, rule, ticker, ticker)));
    }

    @Override
    public Optional<Bars> bars(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to) {
        return database.read(session -> {
            Optional<CheckedBars> of = CheckedBars.of(session, market, ticker);
            return of.isEmpty() ? Optional.empty() : Optional.of(of.get().bars(from, to));
        });
    }

    @Override
    public Optional<Stated> stated(Market market, String ticker, @Nullable LocalDate from, @Nullable LocalDate to) {
        return database.read(session -> {
            Optional<CheckedBars> of = CheckedBars.of(session, market, ticker);
            return of.isEmpty() ? Optional.empty() : Optional.of(of.get().stated(from, to));
        });
    }

    @Override
    public void save(String id, Checked checked) {
        database.write(session -> {
            Snapshots.lock(session);
            if (session.number("select count(*) from data_checks where id = ? and not done", id) == 0) {
                return 0;
            }
            store(session, id, checked.findings());
            Compared compared = checked.compared();
            stage(session, compared == null ? Map.of() : compared.days());
            long next = Snapshots.next(session);
            String market = checked.market().name();
            int changed = session.update(
                            UNFLAG,
                            (int) next,
                            market,
                            checked.tickers().toArray(String[]::new),
                            checked.from(),
                            checked.to(),
                            COMPARING.toArray(String[]::new),
                            id,
                            id)
                    + session.update(FLAG, (int) next, market, id);
            if (changed > 0) {
                Snapshots.add(session, new Snapshots.State(next, id, CHECK, 0, 0, false));
                Snapshots.changed(session, market, next);
            }
            return session.update(
                    """
                    update data_checks
                    set done = true, instruments = ?, bars = ?, findings = ?::json, comparison = ?::json,
                        snapshot = ?::bigint where id = ?""",
                    checked.tickers().size(),
                    checked.bars(),
                    QuantJson.write(counts(checked.findings())),
                    compared == null ? null : QuantJson.write(compared.comparison()),
                    changed > 0 ? next : null,
                    id);
        });
    }

    private static void store(Session session, String id, List<Finding> findings) throws SQLException {
        CopyWriter copy =
                new CopyWriter(session, "check_findings (check_id, number, ticker, date, rule, detail, flagged)");
        int number = 0;
        for (Finding finding : findings) {
            copy.row(7)
                    .text(id)
                    .number(number++)
                    .text(finding.ticker())
                    .date(finding.date())
                    .text(finding.rule())
                    .text(finding.detail())
                    .flag(finding.flagged());
        }
        copy.finish();
    }

    private static void stage(Session session, Map<String, int[]> compared) throws SQLException {
        session.execute(
                """
                create temp table compared_bars (
                    ticker varchar(32) collate "C" not null, date date not null) on commit drop""");
        CopyWriter copy = new CopyWriter(session, "compared_bars (ticker, date)");
        for (Map.Entry<String, int[]> days : compared.entrySet()) {
            for (int day : days.getValue()) {
                copy.row(2).text(days.getKey()).date(day);
            }
        }
        copy.finish();
        session.execute("analyze compared_bars");
    }

    private static Map<String, Long> counts(List<Finding> findings) {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.rule(), 1L, Long::sum));
        return counts;
    }

    private static CheckReport report(ResultSet row) throws SQLException {
        Map<?, ?> stored = QuantJson.read(row.getString("findings"), Map.class);
        Map<String, Long> findings = new TreeMap<>();
        stored.forEach((rule, count) -> findings.put((String) rule, ((Number) count).longValue()));
        String comparison = row.getString("comparison");
        return new CheckReport(
                row.getString("id"),
                JobRows.status(row),
                row.getInt("progress"),
                Market.valueOf(row.getString("market")),
                Columns.dateOrNull(row, "first_day"),
                Columns.dateOrNull(row, "last_day"),
                row.getLong("instruments"),
                row.getLong("bars"),
                findings,
                comparison == null ? null : QuantJson.read(comparison, Comparison.class),
                row.getString("snapshot"),
                row.getString("error"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
