/** How single types are written and read; start from {@link org.quantplatform.json.internal.QuantModule}. */
@NullMarked
package org.quantplatform.json.internal;

import org.jspecify.annotations.NullMarked;
