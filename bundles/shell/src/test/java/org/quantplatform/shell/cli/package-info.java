@NullMarked
package org.quantplatform.shell.cli;

import org.jspecify.annotations.NullMarked;
