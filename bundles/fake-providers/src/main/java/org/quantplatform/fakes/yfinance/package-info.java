/** Yahoo Finance as yfinance uses it; start at {@link org.quantplatform.fakes.yfinance.YahooProvider}. */
@NullMarked
package org.quantplatform.fakes.yfinance;

import org.jspecify.annotations.NullMarked;
