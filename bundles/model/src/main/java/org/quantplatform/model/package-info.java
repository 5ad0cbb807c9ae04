/** Records of the trade, shared by every bundle; start from {@link org.quantplatform.model.Panel}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
