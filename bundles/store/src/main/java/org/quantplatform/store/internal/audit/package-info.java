/** The audit log; start from {@link org.quantplatform.store.internal.audit.StoredAudit}. */
@NullMarked
package org.quantplatform.store.internal.audit;

import org.jspecify.annotations.NullMarked;
