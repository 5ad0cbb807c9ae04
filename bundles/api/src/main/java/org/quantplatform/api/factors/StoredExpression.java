package org.quantplatform.api.factors;

import java.time.Instant;
import java.util.List;

/**
 * A stored formula and what it reads.
 *
 * @param fields in order of name
 * @param history trading days that a score looks at, the day itself included
 * @param crossSection true when the score of one asset depends on others
 */
public record StoredExpression(
        String id,
        String expression,
        String description,
        List<String> fields,
        int history,
        boolean crossSection,
        Instant createdAt) {}
