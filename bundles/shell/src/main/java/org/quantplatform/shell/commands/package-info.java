/** The commands themselves; start from {@link org.quantplatform.shell.commands.QuantCommand}. */
@NullMarked
package org.quantplatform.shell.commands;

import org.jspecify.annotations.NullMarked;
