package org.quantplatform.api.secrets;

import java.time.Instant;

/**
 * What is told about a secret.
 *
 * @param updatedBy user who stored the value that is there now
 */
public record SecretInfo(String name, String updatedBy, Instant createdAt, Instant updatedAt) {}
