/**
 * How far a chosen result can be trusted after many were tried; start from {@link
 * org.quantplatform.engine.robust.DeflatedSharpe} and {@link org.quantplatform.engine.robust.Overfitting}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.robust;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
