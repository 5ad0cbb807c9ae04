/** Trading rules and calendar of mainland China. */
@NullMarked
package org.quantplatform.rules.cn;

import org.jspecify.annotations.NullMarked;
