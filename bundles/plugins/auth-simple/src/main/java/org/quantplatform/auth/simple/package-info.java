/** Login by user name and password; start from {@link org.quantplatform.auth.simple.SimpleAuthMode}. */
@NullMarked
package org.quantplatform.auth.simple;

import org.jspecify.annotations.NullMarked;
