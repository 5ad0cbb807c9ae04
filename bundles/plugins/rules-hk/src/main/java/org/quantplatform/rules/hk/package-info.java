/** Trading rules and calendar of Hong Kong. */
@NullMarked
package org.quantplatform.rules.hk;

import org.jspecify.annotations.NullMarked;
