/**
 * Every figure that is told of a run, with its formula and convention; start from {@link
 * org.quantplatform.engine.figures.Catalogue}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.figures;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
