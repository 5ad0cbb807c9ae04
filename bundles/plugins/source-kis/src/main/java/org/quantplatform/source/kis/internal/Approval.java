package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/**
 * Has the key of an account for streams, which is good for about a day. Used by one thread, which may be interrupted while it
 * waits for the provider.
 */
final class Approval {

    private static final Duration LIFE = Duration.ofHours(20);

    /** The feed asks again with pauses of its own, and tells its watchers meanwhile. */
    private static final int ATTEMPTS = 2;

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
                        .with(ATTEMPTS, setup.patience().pause()),
                new TokenKeeper.Issue(),
                new RateLimit(0, 1, Pace.real()),
                Pace.real());
    }

    /** Name of the source, for messages. */
    String source() {
        return setup.id();
    }

    KisSetup.Patience patience() {
        return setup.patience();
    }

    /** @throws FeedRefused when there is none; for good when the provider does not accept the account's own key */
    Secret current() throws FeedRefused {
        if (!clock.instant().isBefore(until)) {
            try {
                known = issued();
            } catch (IOException e) {
                boolean forGood = e instanceof ProviderRefusal refusal && Answers.refusesKey(refusal);
                throw new FeedRefused(String.valueOf(e.getMessage()), forGood);
            }
            until = clock.instant().plus(LIFE);
        }
        return known;
    }

    /** The service names the app secret otherwise here than where tokens are given. */
    private Secret issued() throws IOException {
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
        return Secret.of(text);
    }

    /** The head of a message to the stream. */
    Map<String, String> header(Secret key, String type) {
        return Map.of(
                "approval_key",
                key.reveal(),
                "custtype",
                setup.choice().custtype(),
                "tr_type",
                type,
                "content-type",
                "utf-8");
    }

    /** The next one is asked for anew. */
    void forget() {
        until = Instant.MIN;
    }
}
