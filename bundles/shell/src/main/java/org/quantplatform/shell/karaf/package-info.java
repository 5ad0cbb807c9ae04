/** The same commands in the server's shell; start from {@link org.quantplatform.shell.karaf.KarafCommands}. */
@NullMarked
package org.quantplatform.shell.karaf;

import org.jspecify.annotations.NullMarked;
