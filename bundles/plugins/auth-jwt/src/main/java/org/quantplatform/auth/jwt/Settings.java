package org.quantplatform.auth.jwt;

import java.time.Duration;

/**
 * How tokens are made.
 *
 * @param access how long an access token counts, one minute to one day
 * @param refresh how long a session lasts that is not refreshed
 * @param keyLife after which a key signs no more
 */
record Settings(
        Duration access, Duration refresh, Algorithm algorithm, Duration keyLife, String issuer, String audience) {

    private static final int DAY_MINUTES = 24 * 60;

    static Settings of(JwtAuthConfig config) {
        return new Settings(
                Duration.ofMinutes(Math.min(DAY_MINUTES, Math.max(1, config.access_minutes()))),
                Duration.ofHours(Math.max(1, config.refresh_hours())),
                Algorithm.of(config.algorithm()),
                Duration.ofDays(Math.max(1, config.key_days())),
                config.issuer(),
                config.audience());
    }
}
