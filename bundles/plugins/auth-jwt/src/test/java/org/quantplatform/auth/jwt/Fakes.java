package org.quantplatform.auth.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.RefreshTokens;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.UserDirectory;

/** What the platform gives a mode, in memory: one user, ann, with the password {@code secret}. */
final class Fakes extends Clock implements UserDirectory, SessionStore, RefreshTokens {

    final Map<String, LiveSession> live = new HashMap<>();
    private final Map<String, String> refresh = new HashMap<>();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private int made;

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public PasswordCheck check(String login, String password, String address) {
        if (password.equals("later")) {
            return new PasswordCheck.Later("too many wrong passwords", Duration.ofSeconds(30));
        }
        return password.equals("secret") ? new PasswordCheck.Right("ann") : new PasswordCheck.Wrong();
    }

    @Override
    public NewSession start(String mode, String username, Duration lifetime) {
        String token = HexFormat.of().toHexDigits(++made, 16).repeat(4);
        live.put(mode + token, new LiveSession(username, Set.of(Role.USER), now.plus(lifetime)));
        return new NewSession(token, now.plus(lifetime));
    }

    @Override
    public Optional<LiveSession> find(String mode, String token) {
        return Optional.ofNullable(live.get(mode + token));
    }

    @Override
    public void end(String mode, String token) {
        live.remove(mode + token);
    }

    @Override
    public Refreshable begin(String mode, String username, Duration lifetime) {
        return next(username, start(mode, username, lifetime).token());
    }

    @Override
    public Optional<Refreshable> exchange(
            String mode, String refreshToken, Duration lifetime, Duration oldest, String address) {
        String session = refreshToken.replaceAll("\\..*", "");
        if (!live.containsKey(mode + session)) {
            return Optional.empty();
        }
        if (!refreshToken.equals(refresh.get(session))) {
            end(mode, session);
            return Optional.empty();
        }
        return Optional.of(next("ann", session));
    }

    private Refreshable next(String username, String session) {
        String token = session + "." + ++made;
        refresh.put(session, token);
        return new Refreshable(username, session, token);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
