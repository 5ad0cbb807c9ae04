/** Who may do what, and the record of it; start from {@link org.quantplatform.security.internal.GuardedSessions}. */
@NullMarked
package org.quantplatform.security.internal;

import org.jspecify.annotations.NullMarked;
