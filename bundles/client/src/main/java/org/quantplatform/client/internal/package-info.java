/** How calls become HTTP exchanges and back; start from {@link org.quantplatform.client.internal.Http}. */
@NullMarked
package org.quantplatform.client.internal;

import org.jspecify.annotations.NullMarked;
