package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Credentials;
import org.quantplatform.rest.internal.front.Tickets;

class TicketsTest {

    private static final Credentials ANN = new Credentials(Map.of("session_token", "s"), "10.0.0.1");

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private final Tickets tickets = new Tickets(new Clock() {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void countsOnceAndTellsWhereItIsUsed() {
        String ticket = tickets.issue(ANN);
        assertThat(ticket).hasSize(43).isNotEqualTo(tickets.issue(ANN));
        assertThat(tickets.redeem(ticket, "10.0.0.2")).contains(new Credentials(ANN.values(), "10.0.0.2"));
        assertThat(tickets.redeem(ticket, "10.0.0.2")).isEmpty();
    }

    @Test
    void countsForHalfAMinute() {
        String ticket = tickets.issue(ANN);
        now = now.plus(Tickets.LIFETIME).minus(Duration.ofMillis(1));
        String other = tickets.issue(ANN);
        assertThat(tickets.redeem(ticket, "x")).isPresent();
        now = now.plus(Tickets.LIFETIME);
        assertThat(tickets.redeem(other, "x")).isEmpty();
    }
}
