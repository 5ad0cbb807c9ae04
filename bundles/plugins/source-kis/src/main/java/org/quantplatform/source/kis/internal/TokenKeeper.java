package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.Turns;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.Verdict;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/**
 * Has the token of an account. All jobs and instances that use the account share one keeper, and whoever needs a new token
 * waits for the one request that is made for it: the provider gives one a minute.
 */
final class TokenKeeper {

    private static final Map<String, TokenKeeper> SHARED = new ConcurrentHashMap<>();

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TOKENS = Duration.ofSeconds(61);
    private static final long LONGEST_LIFE = Duration.ofDays(7).toSeconds();

    private final URI host;
    private final Account account;
    private final @Nullable TokenFile file;
    private final Clock clock;
    private final WebClient client;
    private final Turns turns = new Turns();
    private @Nullable Token token;

    TokenKeeper(KisSetup setup, Account account, Clock clock, Pace pace) {
        this.host = setup.place().host();
        this.account = account;
        this.clock = clock;
        Path folder = setup.place().tokens();
        this.file = folder == null ? null : new TokenFile(folder, host, account);
        this.client = new WebClient(
                WebClient.Settings.usual(setup.id(), account.key(), account.secret())
                        .with(setup.patience().attempts(), setup.patience().pause()),
                new Issue(),
                new RateLimit(0, 1, pace),
                pace);
        this.token = file == null ? null : file.read();
    }

    /** The one of this account at this host. */
    static TokenKeeper shared(KisSetup setup, Account account) {
        String name = setup.place().host() + " " + account.digest();
        return SHARED.computeIfAbsent(name, missing -> new TokenKeeper(setup, account, Clock.systemUTC(), Pace.real()));
    }

    /** A token that is good for some minutes at least. */
    Secret current(BooleanSupplier cancelled) throws IOException {
        return locked(null, cancelled);
    }

    /** Another token than this one, which the provider no longer accepts. */
    Secret after(Secret refused, BooleanSupplier cancelled) throws IOException {
        return locked(refused, cancelled);
    }

    private Secret locked(@Nullable Secret refused, BooleanSupplier cancelled) throws IOException {
        return turns.take(
                () -> {
                    Token known = token;
                    if (known == null
                            || known.text().equals(refused)
                            || !clock.instant().isBefore(known.until().minus(MARGIN))) {
                        known = issued(cancelled);
                        token = known;
                        if (file != null) {
                            file.write(known);
                        }
                    }
                    return known.text();
                },
                cancelled);
    }

    private Token issued(BooleanSupplier cancelled) throws IOException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", "client_credentials")
                .put("appkey", account.key().reveal())
                .put("appsecret", account.secret().reveal());
        WebRequest request =
                WebRequest.post(WebRequest.uri(host, "/oauth2/tokenP", Map.of()), "application/json", body.toString());
        JsonRow answer = JsonRow.of(client.send(request, cancelled));
        long seconds = answer.whole("expires_in");
        String text = answer.text("access_token");
        if (text.isBlank() || seconds < 1 || seconds > LONGEST_LIFE) {
            throw new UnreadableAnswer("KIS gave a token that cannot be used");
        }
        return new Token(Secret.of(text), clock.instant().plusSeconds(seconds));
    }

    /** Judges what comes when a token or a key for streams is asked for. */
    static final class Issue implements Conduct {

        /** About keys the provider answers in another shape than elsewhere. */
        @Override
        public Verdict verdict(WebAnswer answer) {
            Answers.Code code = Answers.code(answer);
            if (code.is("EGW00133")) {
                return new Verdict.TooMany("a token was asked for less than a minute ago (EGW00133)", BETWEEN_TOKENS);
            }
            if (answer.status() == 403) {
                return new Verdict.Refused(code.name(), "no token is given for this key: " + code.told());
            }
            return code.readable()
                    ? Conduct.byStatus(answer, "asked for a token it answered " + code.told())
                    : new Verdict.Again("asked for a token it answered with something else than JSON");
        }
    }
}
