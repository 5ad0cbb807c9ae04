/** One command tree for two hosts; start from {@link org.quantplatform.shell.CommandTree}. */
@NullMarked
package org.quantplatform.shell;

import org.jspecify.annotations.NullMarked;
