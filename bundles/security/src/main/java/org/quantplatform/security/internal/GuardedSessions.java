package org.quantplatform.security.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;

/** Opens sessions for callers whom one of the active auth modes lets in. */
@Component(configurationPid = "org.quantplatform.security")
@Designate(ocd = SecurityConfig.class)
public final class GuardedSessions implements Sessions {

    private static final PluginRegistry.RequestPath NOWHERE = new PluginRegistry.RequestPath("", "");

    private final PluginRegistry plugins;
    private final UserStore users;
    private final AuditLog log;
    private final CallerServices services;
    private final List<String> modes;
    private final Map<String, Long> knownUsers = new ConcurrentHashMap<>();

    @Activate
    public GuardedSessions(
            @Reference PluginRegistry plugins,
            @Reference UserStore users,
            @Reference AuditLog log,
            @Reference CallerServices services,
            SecurityConfig config) {
        this.plugins = plugins;
        this.users = users;
        this.log = log;
        this.services = services;
        this.modes = Arrays.stream(config.modes().split(","))
                .map(String::strip)
                .filter(mode -> !mode.isEmpty())
                .toList();
    }

    @Override
    public PlatformSession open(Credentials credentials) {
        String refusal = null;
        for (String mode : modes) {
            if (plugins.find(PluginKind.AUTH, mode).isEmpty()) {
                continue;
            }
            AuthResult result = ask(mode, credentials);
            if (result instanceof AuthResult.Granted granted) {
                return new GuardedSession(caller(granted, mode, credentials), services, log);
            }
            refusal = result instanceof AuthResult.Denied denied ? denied.reason() : "log in first";
        }
        if (refusal == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "no auth mode of " + modes + " is there yet");
        }
        log.append(new Caller(0, "", Set.of(), "", credentials.address()), "session.open", null, "denied");
        throw QuantException.of(ErrorCode.UNAUTHENTICATED, refusal);
    }

    private AuthResult ask(String mode, Credentials credentials) {
        return plugins.bind(AuthMode.class, mode, Map.of(), NOWHERE).service().authenticate(credentials);
    }

    private Caller caller(AuthResult.Granted granted, String mode, Credentials credentials) {
        long id = knownUsers.computeIfAbsent(granted.username(), name -> users.ensureUser(name, granted.roles()));
        return new Caller(id, granted.username(), granted.roles(), mode, credentials.address());
    }
}
