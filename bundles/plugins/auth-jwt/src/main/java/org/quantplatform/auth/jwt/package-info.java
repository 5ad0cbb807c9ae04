/** Login with signed access tokens; start from {@link org.quantplatform.auth.jwt.JwtAuthMode}. */
@NullMarked
package org.quantplatform.auth.jwt;

import org.jspecify.annotations.NullMarked;
