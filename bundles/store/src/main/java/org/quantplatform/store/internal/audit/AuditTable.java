package org.quantplatform.store.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** The rows of the log. Servers on the same database take turns to add, so that there is one chain. */
final class AuditTable {

    /** What a prune is recorded as; the resource is the last record that went, and its hash. */
    static final String PRUNE = "audit.prune";

    private final Database database;

    AuditTable(Database database) {
        this.database = database;
    }

    /** A record with its place in the chain. */
    record Row(long id, byte[] previous, byte[] hash, Deed deed) {}

    /** Adds in this order in one transaction. @return the last link */
    Link append(List<Deed> deeds) {
        return database.write(session -> append(session, deeds));
    }

    private static Link append(Session session, List<Deed> deeds) throws SQLException {
        session.list("select pg_advisory_xact_lock(?)", row -> 0, Locks.AUDIT);
        Link last = last(session);
        for (Deed deed : deeds) {
            Link next = new Link(last.id() + 1, Chain.hash(last.hash(), last.id() + 1, deed));
            session.update(
                    """
                    insert into audit_log
                        (id, timestamp, user_id, username, action, resource, status, address, count, previous, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    next.id(),
                    deed.timestamp().atOffset(ZoneOffset.UTC),
                    deed.userId(),
                    deed.username(),
                    deed.action(),
                    deed.resource(),
                    deed.status(),
                    deed.address(),
                    deed.count(),
                    last.hash(),
                    next.hash());
            last = next;
        }
        return last;
    }

    private static Link last(Session session) throws SQLException {
        return session.first(
                        "select id, hash from audit_log order by id desc limit 1",
                        row -> new Link(row.getLong("id"), row.getBytes("hash")))
                .orElse(Link.BEGINNING);
    }

    /**
     * Removes the records from before a time, as far as no younger one stands before them, and leaves a record of it.
     *
     * @return how many went
     */
    long prune(Instant before, Deed told) {
        return database.write(session -> {
            session.list("select pg_advisory_xact_lock(?)", row -> 0, Locks.AUDIT);
            Optional<Link> end = session.first(
                    """
                    select id, hash from audit_log
                    where id < coalesce((select min(id) from audit_log where timestamp >= ?), 9223372036854775807)
                    order by id desc limit 1""",
                    row -> new Link(row.getLong("id"), row.getBytes("hash")),
                    before.atOffset(ZoneOffset.UTC));
            if (end.isEmpty()) {
                return 0L;
            }
            String resource = end.get().id() + " " + end.get().hex();
            append(
                    session,
                    List.of(new Deed(
                            told.timestamp(),
                            told.userId(),
                            told.username(),
                            PRUNE,
                            resource,
                            told.status(),
                            told.address(),
                            1)));
            return (long) session.update(
                    "delete from audit_log where id <= ?", end.get().id());
        });
    }

    /** Records after a place, in order. */
    List<Row> after(long id, int limit) {
        return database.read(session ->
                session.list("select * from audit_log where id > ? order by id limit ?", AuditTable::row, id, limit));
    }

    /** Latest first. */
    Page<AuditRecord> list(AuditQuery query, PageRequest page) {
        StringBuilder where = new StringBuilder(" from audit_log where true");
        List<Object> values = new ArrayList<>();
        narrow(where, values, "username = ?", query.username());
        narrow(where, values, "action = ?", query.action());
        narrow(where, values, "resource = ?", query.resource());
        narrow(where, values, "status = ?", query.status());
        narrow(where, values, "address = ?", query.address());
        narrow(
                where,
                values,
                "timestamp >= ?",
                query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        narrow(
                where,
                values,
                "timestamp < ?",
                query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        List<Object> paged = new ArrayList<>(values);
        paged.add(page.limit());
        paged.add(page.offset());
        return database.read(session -> Page.of(
                session.list(
                        "select *" + where + " order by id desc limit ? offset ?", AuditTable::told, paged.toArray()),
                page,
                session.number("select count(*)" + where, values.toArray())));
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static AuditRecord told(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                Columns.instant(row, "timestamp"),
                row.getString("username"),
                row.getString("action"),
                row.getString("resource"),
                row.getString("status"),
                row.getString("address"),
                row.getLong("count"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                new Deed(
                        Columns.instant(row, "timestamp"),
                        row.getLong("user_id"),
                        row.getString("username"),
                        row.getString("action"),
                        row.getString("resource"),
                        row.getString("status"),
                        row.getString("address"),
                        row.getLong("count")));
    }
}
