package org.quantplatform.security.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;

/** Opens sessions for callers whom one of the active auth modes lets in. */
@Component
public final class GuardedSessions implements Sessions {

    private final AuthModes modes;
    private final ApiKeyDoor keys;
    private final UserStore users;
    private final AuditLog log;
    private final CallerServices services;
    private final LocalOnly localOnly;
    private final UserRate rate;
    private final Map<String, Long> knownUsers = new ConcurrentHashMap<>();

    @Activate
    public GuardedSessions(
            @Reference AuthModes modes,
            @Reference ApiKeyDoor keys,
            @Reference UserStore users,
            @Reference AuditLog log,
            @Reference CallerServices services,
            @Reference LocalOnly localOnly,
            @Reference UserRate rate) {
        this.modes = modes;
        this.keys = keys;
        this.users = users;
        this.log = log;
        this.services = services;
        this.localOnly = localOnly;
        this.rate = rate;
    }

    @Override
    public PlatformSession open(Credentials credentials) {
        Caller caller = admit(credentials);
        rate.count(caller);
        return new GuardedSession(caller, () -> admit(credentials), services, log);
    }

    private Caller admit(Credentials credentials) {
        return keys.isKey(credentials) ? byKey(credentials) : byMode(credentials);
    }

    private Caller byKey(Credentials credentials) {
        return keys.find(credentials).orElseThrow(() -> {
            recordRefusal(credentials);
            return QuantException.of(ErrorCode.UNAUTHENTICATED, "the API key does not count");
        });
    }

    private Caller byMode(Credentials credentials) {
        String refusal = null;
        String resting = null;
        for (String name : modes.names()) {
            Optional<AuthMode> mode = modes.find(name);
            if (mode.isEmpty()) {
                continue;
            }
            Optional<String> rests = restsFor(credentials, name, mode.get());
            if (rests.isPresent()) {
                resting = rests.get();
                continue;
            }
            AuthResult result = mode.get().authenticate(credentials);
            if (result instanceof AuthResult.Granted granted) {
                return caller(granted, name, credentials);
            }
            refusal = result instanceof AuthResult.Denied denied ? denied.reason() : "log in first";
        }
        if (refusal == null) {
            throw QuantException.of(
                    ErrorCode.UNAVAILABLE,
                    resting != null ? resting : "no auth mode of " + modes.names() + " is there yet");
        }
        recordRefusal(credentials);
        throw QuantException.of(ErrorCode.UNAUTHENTICATED, refusal);
    }

    /** The server's own shell is no caller over HTTP. */
    private Optional<String> restsFor(Credentials credentials, String name, AuthMode mode) {
        return credentials.address().equals("console") ? Optional.empty() : localOnly.refusal(name, mode);
    }

    private void recordRefusal(Credentials credentials) {
        log.append(new Caller(0, "", Set.of(), "", credentials.address()), "session.open", null, "denied");
    }

    private Caller caller(AuthResult.Granted granted, String mode, Credentials credentials) {
        long id = knownUsers.computeIfAbsent(granted.username(), name -> users.ensureUser(name, granted.roles()));
        return new Caller(id, granted.username(), granted.roles(), mode, credentials.address());
    }
}
