/** The auth mode for a machine of one's own; start from {@link org.quantplatform.auth.local.LocalAuthMode}. */
@NullMarked
package org.quantplatform.auth.local;

import org.jspecify.annotations.NullMarked;
