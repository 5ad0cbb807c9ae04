/**
 * What a run held each day, by its trades and flows alone; start from {@link
 * org.quantplatform.engine.positions.PositionReplay}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.engine.positions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
