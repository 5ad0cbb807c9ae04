/** Charts in the browser; start from {@link org.quantplatform.webconsole.internal.chart.EquityChart}. */
@NullMarked
package org.quantplatform.webconsole.internal.chart;

import org.jspecify.annotations.NullMarked;
