/** What users let others see; start from {@link org.quantplatform.api.sharing.Shares}. */
@NullMarked
@Export
@Version("1.1.0")
package org.quantplatform.api.sharing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
