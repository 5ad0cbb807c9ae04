package org.quantplatform.store.internal.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Formulas in the database. */
@Component
public final class StoredExpressions implements ExpressionStore {

    private static final String COLUMNS = "id, expression, description, created_at";

    private final Database database;

    @Activate
    public StoredExpressions(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Page<StoredText> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select " + COLUMNS
                                + " from factor_expressions where owner_id = ? order by id limit ? offset ?",
                        StoredExpressions::text,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                count(session, ownerId)));
    }

    @Override
    public Optional<StoredText> get(long ownerId, String id) {
        return database.read(session -> find(session, ownerId, id));
    }

    @Override
    public StoredText create(long ownerId, String id, String expression, String description) {
        return database.write(session -> {
            Optional<StoredText> added = session.first(
                    "insert into factor_expressions (owner_id, id, expression, description) values (?, ?, ?, ?)"
                            + " on conflict (owner_id, id) do nothing returning " + COLUMNS,
                    StoredExpressions::text,
                    ownerId,
                    id,
                    expression,
                    description);
            if (added.isPresent() && count(session, ownerId) > MOST) {
                throw QuantException.of(ErrorCode.QUOTA_EXCEEDED, "at most " + MOST + " expressions can be stored");
            }
            return added.isPresent() ? added.get() : same(session, ownerId, id, expression, description);
        });
    }

    @Override
    public boolean delete(long ownerId, String id) {
        return database.write(session ->
                session.update("delete from factor_expressions where owner_id = ? and id = ?", ownerId, id) == 1);
    }

    private static StoredText same(Session session, long ownerId, String id, String expression, String description)
            throws SQLException {
        return find(session, ownerId, id)
                .filter(stored -> stored.expression().equals(expression)
                        && stored.description().equals(description))
                .orElseThrow(() ->
                        QuantException.of(ErrorCode.CONFLICT, "there is another expression '" + id + "' already"));
    }

    private static Optional<StoredText> find(Session session, long ownerId, String id) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from factor_expressions where owner_id = ? and id = ?",
                StoredExpressions::text,
                ownerId,
                id);
    }

    private static long count(Session session, long ownerId) throws SQLException {
        return session.number("select count(*) from factor_expressions where owner_id = ?", ownerId);
    }

    private static StoredText text(ResultSet row) throws SQLException {
        return new StoredText(
                row.getString("id"),
                row.getString("expression"),
                row.getString("description"),
                Columns.instant(row, "created_at"));
    }
}
