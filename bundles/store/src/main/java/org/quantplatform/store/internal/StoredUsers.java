package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Users in the database. */
@Component
public final class StoredUsers implements UserStore {

    private static final String HAS_LOGIN =
            "select count(*) from users where password_hash is not null or aws_arn is not null";
    private static final String ADMINISTRATORS = "select count(*) from users where is_active and 'admin' = any(roles)"
            + " and (password_hash is not null or aws_arn is not null)";

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

    @Override
    public Optional<User> find(String login) {
        String name = login.toLowerCase(Locale.ROOT);
        return database.read(session -> session.first(
                "select * from users where username = ? or email = ? order by username = ? desc limit 1",
                UserRows::user,
                name,
                name,
                name));
    }

    @Override
    public Page<User> list(PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select * from users order by username limit ? offset ?",
                        UserRows::user,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from users")));
    }

    @Override
    public boolean hasLogin() {
        return database.read(session -> session.number(HAS_LOGIN)) > 0;
    }

    @Override
    public User add(User.Draft user) {
        return database.write(session -> insert(session, user));
    }

    @Override
    public User addFirst(User.Draft user) {
        return database.write(session -> {
            lock(session);
            if (session.number(HAS_LOGIN) > 0) {
                throw QuantException.of(ErrorCode.CONFLICT, "the first administrator has been made already");
            }
            return insert(session, user);
        });
    }

    @Override
    public void setPassword(long userId, User.Password password) {
        database.write(session -> session.update(
                """
                update users set password_hash = ?, password_change_required = ?, password_expires_at = ?
                where id = ?""",
                password.hash(),
                password.changeRequired(),
                time(password.expiresAt()),
                userId));
    }

    @Override
    public void setRole(long userId, Role role) {
        keepingAnAdministrator("update users set roles = ? where id = ?", UserRows.names(role), userId);
    }

    @Override
    public void setActive(long userId, boolean active) {
        // who is let in again may be another holder of the same outside name
        keepingAnAdministrator(
                """
                update users set is_active = ?, aws_user_id = case when ? then null else aws_user_id end
                where id = ?""",
                active,
                active,
                userId);
    }

    @Override
    public void noteLogin(long userId) {
        database.write(session -> session.update("update users set last_login = now() where id = ?", userId));
    }

    private void keepingAnAdministrator(String change, Object... values) {
        database.write(session -> {
            lock(session);
            long before = session.number(ADMINISTRATORS);
            session.update(change, values);
            if (before > 0 && session.number(ADMINISTRATORS) == 0) {
                throw QuantException.of(ErrorCode.CONFLICT, "nobody would be left who can log in as administrator");
            }
            return before;
        });
    }

    private static User insert(Session session, User.Draft user) throws SQLException {
        return session.first(
                        """
                        insert into users (username, email, roles, password_hash, password_change_required,
                                           password_expires_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing returning *""",
                        UserRows::user,
                        user.username(),
                        user.email(),
                        UserRows.names(user.role()),
                        user.password().hash(),
                        user.password().changeRequired(),
                        time(user.password().expiresAt()))
                .orElseThrow(() -> QuantException.of(
                        ErrorCode.CONFLICT, "there is a user of this name or e-mail address already"));
    }

    private static void lock(Session session) throws SQLException {
        session.number("select count(*) from pg_advisory_xact_lock(?)", Locks.USERS);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
