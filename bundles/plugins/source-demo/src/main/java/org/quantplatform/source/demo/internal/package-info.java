/** A market that never was; start from {@link org.quantplatform.source.demo.internal.DemoSource}. */
@NullMarked
package org.quantplatform.source.demo.internal;

import org.jspecify.annotations.NullMarked;
