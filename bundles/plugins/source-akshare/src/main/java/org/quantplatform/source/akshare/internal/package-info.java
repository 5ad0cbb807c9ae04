/** Chinese shares from Eastmoney, directly or through an AKTools server; start from {@link org.quantplatform.source.akshare.internal.AkShareSource}. */
@NullMarked
package org.quantplatform.source.akshare.internal;

import org.jspecify.annotations.NullMarked;
