/** Plans, deliveries and coverage of updates; start from {@link StoredUpdates}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.store.internal.updates;
