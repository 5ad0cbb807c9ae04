/**
 * What data sources that speak HTTP have in common: requests that are bounded, repeated, slowed down and given up in an
 * orderly way, and JSON read strictly. Each source carries a copy of its own. Start at {@link
 * org.quantplatform.source.http.WebClient}.
 */
@NullMarked
package org.quantplatform.source.http;

import org.jspecify.annotations.NullMarked;
