/** Tests of the commands over a platform in memory; start from {@link org.quantplatform.shell.CommandsTest}. */
@NullMarked
package org.quantplatform.shell;

import org.jspecify.annotations.NullMarked;
