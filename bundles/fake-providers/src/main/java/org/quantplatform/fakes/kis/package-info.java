/** A server that answers as Korea Investment & Securities' open API; start from {@link org.quantplatform.fakes.kis.KisProvider}. */
@NullMarked
package org.quantplatform.fakes.kis;

import org.jspecify.annotations.NullMarked;
