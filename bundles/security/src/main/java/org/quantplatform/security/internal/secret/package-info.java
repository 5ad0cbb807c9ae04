/** Secrets of plug-ins, encrypted; start from {@link org.quantplatform.security.internal.secret.SecretVault}. */
@NullMarked
package org.quantplatform.security.internal.secret;

import org.jspecify.annotations.NullMarked;
