/** Finds the platform's services and keeps pages in step with them; start from {@link org.quantplatform.webconsole.internal.platform.Platform}. */
@NullMarked
package org.quantplatform.webconsole.internal.platform;

import org.jspecify.annotations.NullMarked;
