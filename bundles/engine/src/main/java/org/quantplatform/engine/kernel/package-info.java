/** Loops over columns of numbers, along time and across assets; start from {@link org.quantplatform.engine.kernel.Rolling}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.kernel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
