/** Trading rules and calendar of the United States. */
@NullMarked
package org.quantplatform.rules.us;

import org.jspecify.annotations.NullMarked;
