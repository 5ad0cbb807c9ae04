/** Where shares are kept; start from {@link org.quantplatform.core.sharing.ShareStore}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.core.sharing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
