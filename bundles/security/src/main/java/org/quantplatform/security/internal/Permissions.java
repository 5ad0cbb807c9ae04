package org.quantplatform.security.internal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.quantplatform.api.Permission;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Role;

/** The one table of roles and what they may do. */
public final class Permissions {

    private static final Set<Permission> READ = EnumSet.of(
            Permission.STRATEGY_READ,
            Permission.BACKTEST_READ,
            Permission.FACTOR_READ,
            Permission.DATA_READ,
            Permission.PLUGIN_READ,
            Permission.JOB_READ);

    private static final Set<Permission> WORK = union(
            READ,
            Permission.STRATEGY_WRITE,
            Permission.BACKTEST_RUN,
            Permission.FACTOR_RUN,
            Permission.JOB_CANCEL,
            Permission.SHARE);

    private static final Map<Role, Set<Permission>> TABLE = new EnumMap<>(Map.of(
            Role.VIEWER,
            READ,
            Role.USER,
            WORK,
            Role.ANALYST,
            union(WORK, Permission.DATA_WRITE),
            Role.ADMIN,
            EnumSet.allOf(Permission.class)));

    private Permissions() {}

    /** What the roles allow, within the scopes when the caller has any. */
    public static boolean allow(Caller caller, Permission permission) {
        Set<Permission> scopes = caller.scopes();
        return allow(caller.roles(), permission) && (scopes == null || scopes.contains(permission));
    }

    static boolean allow(Set<Role> roles, Permission permission) {
        return permission == Permission.ACCOUNT
                || roles.stream().anyMatch(role -> TABLE.get(role).contains(permission));
    }

    private static Set<Permission> union(Set<Permission> base, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(base);
        all.addAll(Set.of(more));
        return all;
    }
}
