package org.quantplatform.store.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** The audit log in the database, which itself refuses to change or remove records. */
@Component
public final class StoredAudit implements AuditLog {

    private static final String MATCHING =
            " from audit_log where (?::text is null or username = ?) and (?::text is null or action = ?)";

    private final Database database;

    @Activate
    public StoredAudit(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void append(Caller caller, String action, @Nullable String resource, String status) {
        database.write(session -> session.update(
                """
                insert into audit_log (user_id, username, action, resource, status, address)
                values (?, ?, ?, ?, ?, ?)""",
                caller.userId(),
                caller.username(),
                action,
                resource,
                status,
                caller.address()));
    }

    @Override
    public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
        String user = query.username();
        String action = query.action();
        return database.read(session -> Page.of(
                session.list(
                        "select *" + MATCHING + " order by id desc limit ? offset ?",
                        row -> new AuditRecord(
                                row.getLong("id"),
                                Columns.instant(row, "timestamp"),
                                row.getString("username"),
                                row.getString("action"),
                                row.getString("resource"),
                                row.getString("status"),
                                row.getString("address")),
                        user,
                        user,
                        action,
                        action,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*)" + MATCHING, user, user, action, action)));
    }
}
