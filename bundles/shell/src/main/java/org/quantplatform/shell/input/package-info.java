/** Requests from files and options; start from {@link org.quantplatform.shell.input.RequestDocument}. */
@NullMarked
package org.quantplatform.shell.input;

import org.jspecify.annotations.NullMarked;
