/** The REST side of Polygon (Massive), US stocks; start at {@link org.quantplatform.fakes.polygon.PolygonProvider}. */
@NullMarked
package org.quantplatform.fakes.polygon;

import org.jspecify.annotations.NullMarked;
