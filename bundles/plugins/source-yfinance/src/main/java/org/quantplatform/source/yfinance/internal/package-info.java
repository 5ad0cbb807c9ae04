/** Market data of Yahoo Finance, asked for as the Python library yfinance does. */
@NullMarked
package org.quantplatform.source.yfinance.internal;

import org.jspecify.annotations.NullMarked;
