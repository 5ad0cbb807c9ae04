package org.quantplatform.rest.internal.front;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Tickets for what a browser cannot send headers with, such as opening a WebSocket. A ticket stands in an address, which
 * ends up in logs, so that it counts once and for half a minute.
 */
public final class Tickets {

    public static final Duration LIFETIME = Duration.ofSeconds(30);

    private static final int AT_MOST = 10_000;
    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new HashMap<>();

    private record Issued(Map<String, String> values, Instant end) {}

    public Tickets(Clock clock) {
        this.clock = clock;
    }

    /** @throws QuantException {@code QUOTA_EXCEEDED} while too many wait to be used */
    public synchronized String issue(Credentials credentials) {
        Instant now = clock.instant();
        issued.values().removeIf(ticket -> !ticket.end().isAfter(now));
        if (issued.size() >= AT_MOST) {
            throw QuantException.tooMany("too many tickets have not been used yet", LIFETIME);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued.put(ticket, new Issued(credentials.values(), now.plus(LIFETIME)));
        return ticket;
    }

    /**
     * What the ticket stands for; it counts no more from now on.
     *
     * @param address of whoever comes with it
     */
    public synchronized Optional<Credentials> redeem(String ticket, String address) {
        Issued found = issued.remove(ticket);
        return found == null || !found.end().isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(new Credentials(found.values(), address));
    }

    static QuantException unknown() {
        return QuantException.of(ErrorCode.UNAUTHENTICATED, "the ticket is not known, was used already or is too old");
    }
}
