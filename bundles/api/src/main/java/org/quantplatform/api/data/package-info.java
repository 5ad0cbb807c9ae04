/** Market data and its import; start from {@link org.quantplatform.api.data.MarketData}. */
@NullMarked
@Export
@Version("1.3.0")
package org.quantplatform.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
