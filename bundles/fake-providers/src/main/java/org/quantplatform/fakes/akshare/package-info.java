/**
 * Servers that answer as Eastmoney's public interfaces and as an AKTools server do; start from {@link
 * org.quantplatform.fakes.akshare.EastmoneyProvider} and {@link org.quantplatform.fakes.akshare.AkToolsProvider}.
 */
@NullMarked
package org.quantplatform.fakes.akshare;

import org.jspecify.annotations.NullMarked;
