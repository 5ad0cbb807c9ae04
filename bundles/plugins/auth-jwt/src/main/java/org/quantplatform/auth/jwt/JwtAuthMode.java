package org.quantplatform.auth.jwt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.PrivateFolder;
import org.quantplatform.spi.auth.RefreshTokens;
import org.quantplatform.spi.auth.RefreshTokens.Refreshable;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.SessionStore.LiveSession;
import org.quantplatform.spi.auth.UserDirectory;
import org.quantplatform.spi.auth.UserDirectory.PasswordCheck;

/**
 * Lets users in who have logged in with a password, by signed access tokens that a refresh token renews. A token names its
 * session, so that it ends with it at once; roles are the user's at the moment of the call, never those of the token.
 * Whoever has the server's own shell owns the machine and is its administrator {@code console}.
 */
@Plugin(id = "jwt", title = "Signed tokens that are renewed")
@Component(configurationPid = "org.quantplatform.auth.jwt")
@Designate(ocd = JwtAuthConfig.class)
public final class JwtAuthMode implements AuthMode {

    private static final String ID = "jwt";
    private static final AuthResult CONSOLE = new AuthResult.Granted("console", Set.of(Role.ADMIN));
    private static final AuthResult.Denied LOG_IN = new AuthResult.Denied("log in first");
    private static final AuthResult.Denied EXPIRED =
            new AuthResult.Denied("the access token does not count or has expired, refresh it or log in again");
    private static final AuthResult.Denied ENDED = new AuthResult.Denied("the session has ended, log in again");
    private static final AuthResult.Denied WRONG = new AuthResult.Denied("wrong user name or password");

    private final UserDirectory users;
    private final SessionStore sessions;
    private final RefreshTokens refreshTokens;
    private final PrivateFolder folder;
    private final Clock clock;
    private volatile Settings settings;
    private @Nullable KeyRing ring;

    @Activate
    public JwtAuthMode(
            @Reference UserDirectory users,
            @Reference SessionStore sessions,
            @Reference RefreshTokens refreshTokens,
            @Reference PrivateFolder folder,
            JwtAuthConfig config) {
        this(users, sessions, refreshTokens, folder, Settings.of(config), Clock.systemUTC());
    }

    JwtAuthMode(
            UserDirectory users,
            SessionStore sessions,
            RefreshTokens refreshTokens,
            PrivateFolder folder,
            Settings settings,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without a gap in which nobody gets in; tokens that were given before count on. */
    @Modified
    public synchronized void changed(JwtAuthConfig config) {
        settings = Settings.of(config);
        ring = null;
    }

    @Override
    public AuthResult authenticate(Credentials credentials) {
        if (credentials.address().equals("console")) {
            return CONSOLE;
        }
        @Nullable String token = credentials.values().get("bearer");
        if (token == null) {
            return LOG_IN;
        }
        Optional<AccessTokens.Read> read = tokens().read(token);
        return read.isEmpty() ? EXPIRED : granted(read.get());
    }

    private AuthResult granted(AccessTokens.Read read) {
        Optional<LiveSession> session = sessions.find(ID, read.session())
                .filter(found -> found.username().equals(read.username()));
        return session.isEmpty()
                ? ENDED
                : new AuthResult.Granted(read.username(), session.get().roles(), read.expiresAt());
    }

    @Override
    public AuthResult login(Credentials credentials) {
        if (!credentials.values().containsKey("password")) {
            return AuthResult.NO_LOGIN;
        }
        String name = credentials.values().getOrDefault("username", "");
        String password = credentials.values().getOrDefault("password", "");
        PasswordCheck check = users.check(name, password, credentials.address());
        if (check instanceof PasswordCheck.Right right) {
            return issued(refreshTokens.begin(ID, right.username(), settings.first()));
        }
        return check instanceof PasswordCheck.Later later ? new AuthResult.Later(later.reason(), later.pause()) : WRONG;
    }

    @Override
    public AuthResult refresh(Credentials credentials) {
        String token = credentials.values().getOrDefault("refresh_token", "");
        return refreshTokens
                .exchange(ID, token, settings.refresh(), settings.session(), credentials.address())
                .map(this::issued)
                .orElse(ENDED);
    }

    /** By an access token, also one that has expired. */
    @Override
    public void logout(Credentials credentials) {
        Optional.ofNullable(credentials.values().get("bearer"))
                .flatMap(token -> tokens().readAtAnyTime(token))
                .ifPresent(read -> sessions.end(ID, read.session()));
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return ring().publicKeys().stream()
                .map(key -> {
                    Map<String, String> members = new TreeMap<>();
                    key.toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
                    return members;
                })
                .map(Map::copyOf)
                .toList();
    }

    private AuthResult issued(Refreshable session) {
        AccessTokens.Made made = tokens().make(session.username(), session.session());
        return new AuthResult.Issued(session.username(), made.token(), made.expiresAt(), session.refreshToken());
    }

    private AccessTokens tokens() {
        return new AccessTokens(ring(), settings, clock);
    }

    /** A mode that nobody asks makes no folder. */
    private synchronized KeyRing ring() {
        KeyRing made = ring;
        if (made == null) {
            made = new KeyRing(new KeyFiles(folder.of(ID)), settings, clock);
            ring = made;
        }
        return made;
    }
}
