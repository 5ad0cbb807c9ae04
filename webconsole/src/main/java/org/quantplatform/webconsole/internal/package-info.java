/** The console's start and frame; start from {@link org.quantplatform.webconsole.internal.ConsoleServlet}. */
@NullMarked
package org.quantplatform.webconsole.internal;

import org.jspecify.annotations.NullMarked;
