package org.quantplatform.api.statistics;

import java.time.LocalDate;

/**
 * What one span of the calendar brought; the first and the last may be partial. NaN where a figure has no meaning, and for
 * comparisons without a benchmark.
 *
 * @param span such as {@code 2019}, {@code 2019-Q2}, {@code 2019-04}, {@code 2019-W18} or {@code 2019-04-30}
 * @param from day of its first return
 * @param to day of its last return
 * @param periods number of returns
 * @param portfolio compounded return
 * @param benchmark its compounded return
 * @param active {@code portfolio - benchmark}
 * @param cumulative compounded return of the portfolio since the run began
 * @param volatility per year
 * @param sharpe per year
 * @param maxDrawdown within the span, negative
 */
public record SpanReturn(
        String span,
        LocalDate from,
        LocalDate to,
        int periods,
        double portfolio,
        double benchmark,
        double active,
        double cumulative,
        double volatility,
        double sharpe,
        double maxDrawdown) {}
