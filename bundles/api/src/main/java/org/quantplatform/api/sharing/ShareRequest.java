package org.quantplatform.api.sharing;

import org.jspecify.annotations.Nullable;

/**
 * With whom something is to be shared: with a user, or by a link when there is no name.
 *
 * @param username user who may read it from then on
 * @param expiresInDays 1 to 365, after which the link or the share ends; a link ends after 7 when null, a user's share never
 */
public record ShareRequest(@Nullable String username, @Nullable Integer expiresInDays) {}
