/** Trading rules and calendar of Japan. */
@NullMarked
package org.quantplatform.rules.jp;

import org.jspecify.annotations.NullMarked;
