package org.quantplatform.store.internal;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Database;

/** Users in the database. */
@Component
public final class StoredUsers implements UserStore {

    private final Database database;

    @Activate
    public StoredUsers(@Reference Database database) {
        this.database = database;
    }

    @Override
    public long ensureUser(String username, Set<Role> roles) {
        String[] names =
                roles.stream().map(Role::name).map(String::toLowerCase).sorted().toArray(String[]::new);
        return database.write(session -> {
            session.update(
                    "insert into users (username, roles) values (?, ?) on conflict (username) do nothing",
                    username,
                    names);
            return session.number("select id from users where username = ?", username);
        });
    }
}
