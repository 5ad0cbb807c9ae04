package org.quantplatform.api.users;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Permission;

/**
 * A key that is to be made.
 *
 * @param name what it is for, 1 to 100 characters
 * @param scopes at least one permission of the caller's role; {@code account} cannot be given
 * @param expiresInDays 1 to 3650; null for never
 */
public record NewApiKey(@Nullable String name, @Nullable List<Permission> scopes, @Nullable Integer expiresInDays) {}
