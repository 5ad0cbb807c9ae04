/** Takes rows of market data in and accounts for each; start from {@link StoredImports}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.store.internal.imports;
