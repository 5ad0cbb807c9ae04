/** Events of running work on their way to one reader, by whatever wire; start from {@link EventFlow}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.rest.internal.events;
