/** The stand-alone program {@code quant}; start from {@link org.quantplatform.shell.cli.Main}. */
@NullMarked
package org.quantplatform.shell.cli;

import org.jspecify.annotations.NullMarked;
