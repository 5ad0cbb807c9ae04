/** Trading rules and calendar of Korea. */
@NullMarked
package org.quantplatform.rules.kr;

import org.jspecify.annotations.NullMarked;
