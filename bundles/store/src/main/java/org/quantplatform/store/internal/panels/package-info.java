/** Gives panels from memory, disk or the database; start from {@link StoredPanels}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.store.internal.panels;
