/**
 * Searches for parameters: {@link org.quantplatform.research.internal.searches.SearchPlanner} turns a request into runs, {@link
 * org.quantplatform.research.internal.searches.SearchJob} makes them.
 */
@NullMarked
package org.quantplatform.research.internal.searches;

import org.jspecify.annotations.NullMarked;
