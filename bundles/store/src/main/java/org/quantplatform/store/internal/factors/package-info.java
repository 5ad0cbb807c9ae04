/** Factor scores and analyses in the database. */
@NullMarked
package org.quantplatform.store.internal.factors;

import org.jspecify.annotations.NullMarked;
