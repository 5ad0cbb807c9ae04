package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.core.identity.SecretRecords;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Encrypted secrets in the database, which never sees the key. */
@Component
public final class StoredSecretRecords implements SecretRecords {

    private static final String TOLD = "name, updated_by, created_at, updated_at";

    private final Database database;

    @Activate
    public StoredSecretRecords(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Page<SecretInfo> list(PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select " + TOLD + " from secrets order by name limit ? offset ?",
                        StoredSecretRecords::info,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from secrets")));
    }

    @Override
    public Optional<Sealed> find(String name) {
        return database.read(session -> session.first(
                "select nonce, content from secrets where name = ?",
                row -> new Sealed(name, row.getBytes("nonce"), row.getBytes("content")),
                name));
    }

    @Override
    public SecretInfo put(Sealed secret, String updatedBy) {
        return database.write(session -> session.list(
                        """
                        insert into secrets (name, nonce, content, updated_by) values (?, ?, ?, ?)
                        on conflict (name) do update
                            set nonce = excluded.nonce, content = excluded.content,
                                updated_by = excluded.updated_by, updated_at = now()
                        returning\s"""
                                + TOLD,
                        StoredSecretRecords::info,
                        secret.name(),
                        secret.nonce(),
                        secret.content(),
                        updatedBy)
                .get(0));
    }

    @Override
    public boolean remove(String name) {
        return database.write(session -> {
            boolean removed = session.update("delete from secrets where name = ?", name) > 0;
            session.update("delete from secret_key where not exists (select from secrets)");
            return removed;
        });
    }

    @Override
    public Optional<KeyProof> proof() {
        return database.read(session -> session.first(
                "select salt, digest from secret_key",
                row -> new KeyProof(row.getBytes("salt"), row.getBytes("digest"))));
    }

    @Override
    public KeyProof keep(KeyProof proof) {
        database.write(session -> session.update(
                "insert into secret_key (salt, digest) values (?, ?) on conflict do nothing",
                proof.salt(),
                proof.digest()));
        return proof().orElse(proof);
    }

    private static SecretInfo info(ResultSet row) throws SQLException {
        return new SecretInfo(
                row.getString("name"),
                row.getString("updated_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
