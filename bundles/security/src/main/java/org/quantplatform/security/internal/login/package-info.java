/** Users, passwords and sessions; start from {@link org.quantplatform.security.internal.login.UserLogins}. */
@NullMarked
package org.quantplatform.security.internal.login;

import org.jspecify.annotations.NullMarked;
