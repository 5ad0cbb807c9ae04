package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/** Has the key of an account for streams, which is good for about a day. Safe for use by many threads. */
final class Approval {

    private static final Duration LIFE = Duration.ofHours(20);

    private final KisSetup setup;
    private final Account account;
    private final Clock clock;
    private final WebClient client;
    private Secret known = Secret.of("");
    private Instant until = Instant.MIN;

    Approval(KisSetup setup, Account account, Clock clock) {
        this.setup = setup;
        this.account = account;
        this.clock = clock;
        this.client = new WebClient(
                WebClient.Settings.usual(setup.id(), account.key(), account.secret())
                        .with(setup.patience().attempts(), setup.patience().pause()),
                new TokenKeeper.Issue(),
                new RateLimit(0, 1, Pace.real()),
                Pace.real());
    }

    /** The service names the app secret otherwise here than where tokens are given. */
    synchronized Secret current() throws IOException {
        if (clock.instant().isBefore(until)) {
            return known;
        }
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("grant_type", "client_credentials")
                .put("appkey", account.key().reveal())
                .put("secretkey", account.secret().reveal())
                .toString();
        WebRequest request = WebRequest.post(
                WebRequest.uri(setup.place().host(), "/oauth2/Approval", Map.of()), "application/json", body);
        String text = JsonRow.of(client.send(request, () -> false)).text("approval_key");
        if (text.isBlank()) {
            throw new UnreadableAnswer("the key for streams is empty");
        }
        known = Secret.of(text);
        until = clock.instant().plus(LIFE);
        return known;
    }

    /** The one that is known, good or not, when there is no other to be had. */
    synchronized Secret currentOrOld() {
        try {
            return current();
        } catch (IOException e) {
            return known;
        }
    }

    /** The next one is asked for anew. */
    synchronized void forget() {
        until = Instant.MIN;
    }
}
