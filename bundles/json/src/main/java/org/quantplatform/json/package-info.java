/** The platform's JSON, one form for server, client and store; start from {@link org.quantplatform.json.QuantJson}. */
@NullMarked
@Export
@Version("1.0.0")
package org.quantplatform.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
