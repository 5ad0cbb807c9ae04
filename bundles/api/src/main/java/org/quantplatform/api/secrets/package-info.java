/** Secrets of plug-ins; start from {@link org.quantplatform.api.secrets.StoredSecrets}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.api.secrets;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
