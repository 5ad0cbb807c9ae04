/** Korea Investment & Securities' open API; start from {@link org.quantplatform.source.kis.internal.KisSource}. */
@NullMarked
package org.quantplatform.source.kis.internal;

import org.jspecify.annotations.NullMarked;
