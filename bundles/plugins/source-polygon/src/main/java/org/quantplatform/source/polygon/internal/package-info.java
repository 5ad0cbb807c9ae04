/** Market data of Polygon (Massive). */
@NullMarked
package org.quantplatform.source.polygon.internal;

import org.jspecify.annotations.NullMarked;
