package org.quantplatform.engine.figures;

import org.quantplatform.engine.figures.Spans.Span;
import org.quantplatform.engine.robust.SharpeSample;
import org.quantplatform.engine.stats.Statistics;

/** Parts that several yearly figures share. */
final class Annual {

    private static final int MONTHS = 12;

    private Annual() {}

    static double growth(Sample s) {
        return Statistics.annualizedReturn(s.returns(), s.periods());
    }

    /** Growth above what is free of risk. */
    static double excess(Sample s) {
        return growth(s) - (StrictMath.pow(1 + s.riskFree(), s.periods()) - 1);
    }

    static double sharpe(Sample s) {
        return Statistics.sharpeRatio(s.returns(), s.riskFree(), s.periods());
    }

    static double monthlySharpe(Sample s) {
        double free = StrictMath.pow(1 + s.riskFree(), s.periods() / MONTHS) - 1;
        return Statistics.sharpeRatio(Spans.returns(s, Span.MONTH), free, MONTHS);
    }

    static double probabilisticSharpe(Sample s) {
        double[] r = s.returns();
        return new SharpeSample(
                        Statistics.sharpeRatio(r, s.riskFree(), 1),
                        Statistics.skew(r),
                        Statistics.excessKurtosis(r) + 3,
                        r.length)
                .probabilityAbove(0);
    }

    static double captureRatio(Sample s) {
        double up = Statistics.upCapture(s.returns(), s.benchmark(), s.periods());
        return Quotient.of(up, Statistics.downCapture(s.returns(), s.benchmark(), s.periods()));
    }
}
