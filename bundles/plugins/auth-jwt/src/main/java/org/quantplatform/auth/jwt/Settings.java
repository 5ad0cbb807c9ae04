package org.quantplatform.auth.jwt;

import java.time.Duration;

/**
 * How tokens are made.
 *
 * @param access how long an access token counts, one minute to one day
 * @param refresh how long a session lasts that is not refreshed
 * @param session how long a session lasts at most
 * @param keyLife after which a key signs no more
 */
record Settings(
        Duration access,
        Duration refresh,
        Duration session,
        Algorithm algorithm,
        Duration keyLife,
        String issuer,
        String audience) {

    private static final int DAY_MINUTES = 24 * 60;

    static Settings of(JwtAuthConfig config) {
        return new Settings(
                Duration.ofMinutes(Math.min(DAY_MINUTES, Math.max(1, config.access_minutes()))),
                Duration.ofHours(Math.max(1, config.refresh_hours())),
                Duration.ofDays(Math.max(1, config.session_days())),
                Algorithm.of(config.algorithm()),
                Duration.ofDays(Math.max(1, config.key_days())),
                config.issuer(),
                config.audience());
    }

    /** How long a session lasts that was just begun and is not refreshed. */
    Duration first() {
        return refresh.compareTo(session) < 0 ? refresh : session;
    }
}
