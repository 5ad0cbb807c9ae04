/** Whose plug-ins are let in; start from {@link org.quantplatform.catalog.internal.policy.DeployPolicy}. */
@NullMarked
package org.quantplatform.catalog.internal.policy;

import org.jspecify.annotations.NullMarked;
