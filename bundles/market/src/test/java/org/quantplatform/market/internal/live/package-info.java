@org.jspecify.annotations.NullMarked
package org.quantplatform.market.internal.live;
