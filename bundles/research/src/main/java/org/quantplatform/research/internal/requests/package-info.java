/** Checks what users send and fills in defaults; start from {@link org.quantplatform.research.internal.requests.SpecReader}. */
@NullMarked
package org.quantplatform.research.internal.requests;

import org.jspecify.annotations.NullMarked;
