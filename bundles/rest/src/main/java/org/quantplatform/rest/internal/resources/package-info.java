/** The routes, one class per group; start from {@link BacktestResource}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.resources;
