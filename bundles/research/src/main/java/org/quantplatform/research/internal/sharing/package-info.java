/** Sharing of strategies and runs; start from {@link org.quantplatform.research.internal.sharing.ShareService}. */
@NullMarked
package org.quantplatform.research.internal.sharing;

import org.jspecify.annotations.NullMarked;
