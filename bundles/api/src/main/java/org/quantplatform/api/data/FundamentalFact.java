package org.quantplatform.api.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An item of the accounts as it was stored.
 *
 * @param snapshot since which this value holds
 * @param learnedAt when the platform stored it
 */
public record FundamentalFact(
        String item, LocalDate periodEnd, LocalDate published, double value, String snapshot, Instant learnedAt) {}
