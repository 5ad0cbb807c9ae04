/** How answers look on a terminal; start from {@link org.quantplatform.shell.view.Table}. */
@NullMarked
package org.quantplatform.shell.view;

import org.jspecify.annotations.NullMarked;
