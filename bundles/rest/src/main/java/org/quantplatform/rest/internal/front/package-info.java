/** What stands before every request: settings, who may call from where, the way to the platform; start from {@link Front}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.front;
