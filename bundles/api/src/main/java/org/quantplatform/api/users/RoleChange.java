package org.quantplatform.api.users;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/** The role that a user is to have. */
public record RoleChange(@Nullable Role role) {}
