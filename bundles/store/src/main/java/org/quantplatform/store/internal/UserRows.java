package org.quantplatform.store.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.identity.User;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Columns;

/** Rows of the table {@code users}. */
final class UserRows {

    private UserRows() {}

    static User user(ResultSet row) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                role(row.getArray("roles")),
                row.getBoolean("is_active"),
                password(row),
                row.getString("aws_arn"),
                Columns.instantOrNull(row, "last_login"),
                Columns.instant(row, "created_at"));
    }

    /** Roles are declared from the highest down; a row without any may only look. */
    static Role role(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .min(Role::compareTo)
                .orElse(Role.VIEWER);
    }

    static String[] names(Role role) {
        return new String[] {role.name().toLowerCase(Locale.ROOT)};
    }

    private static User.@Nullable Password password(ResultSet row) throws SQLException {
        String hash = row.getString("password_hash");
        return hash == null
                ? null
                : new User.Password(
                        hash,
                        row.getBoolean("password_change_required"),
                        Columns.instantOrNull(row, "password_expires_at"));
    }
}
