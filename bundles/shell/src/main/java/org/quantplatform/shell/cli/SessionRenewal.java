package org.quantplatform.shell.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.client.ClientSettings;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.client.HttpPlatform;
import org.quantplatform.client.TokenRenewal;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Renews the access token that is kept in the user's folder, where other programs of the user may do the same. */
final class SessionRenewal implements TokenRenewal {

    private static final Duration NEAR = Duration.ofSeconds(30);

    private final SessionFile sessions;
    private final ClientSettings settings;

    /** @param settings with the kept token */
    SessionRenewal(SessionFile sessions, ClientSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** The settings with a new token when the kept one is about to expire. */
    ClientSettings fresh() {
        boolean old = kept().filter(entry -> entry.refreshToken() != null)
                .map(entry -> entry.expiresAt().isBefore(Instant.now().plus(NEAR)))
                .orElse(false);
        return old ? settings.with(settings.token().flatMap(this::renew)) : settings;
    }

    /** What another program has put there meanwhile is as good. */
    @Override
    public Optional<Token> renew(Token refused) {
        return sessions.alone(() -> {
            Optional<Token> now = kept().flatMap(SessionFile.Entry::token);
            return now.isPresent() && !now.get().equals(refused) ? now : exchanged();
        });
    }

    private Optional<Token> exchanged() {
        String refreshToken = kept().map(SessionFile.Entry::refreshToken).orElse(null);
        if (refreshToken == null) {
            return Optional.empty();
        }
        Credentials credentials = new Credentials(Map.of("refresh_token", refreshToken), "console");
        try {
            TokenLogin login =
                    HttpPlatform.of(settings.with(Optional.empty())).logins().refresh(credentials);
            sessions.put(settings.server(), login);
            return Optional.of(Token.bearer(login.accessToken()));
        } catch (QuantException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED) {
                sessions.remove(settings.server());
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<SessionFile.Entry> kept() {
        return sessions.entry(settings.server());
    }
}
