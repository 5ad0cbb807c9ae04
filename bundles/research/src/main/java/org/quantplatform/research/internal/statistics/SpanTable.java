package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.engine.figures.Spans;
import org.quantplatform.engine.figures.Spans.Stretch;

/** What days, weeks, months, quarters and years brought. */
final class SpanTable {

    private SpanTable() {}

    static List<SpanReturn> of(Sample sample, Span by) {
        Spans.Span span = Spans.Span.valueOf(by.name());
        List<SpanReturn> rows = new ArrayList<>();
        double wealth = 1;
        for (Stretch stretch : Spans.of(sample.days(), span)) {
            for (int i = stretch.from(); i < stretch.to(); i++) {
                wealth *= 1 + sample.returns()[i];
            }
            rows.add(row(sample, stretch, by, wealth - 1));
        }
        return rows;
    }

    private static SpanReturn row(Sample sample, Stretch stretch, Span by, double cumulative) {
        Sample part = sample.part(stretch.from(), stretch.to());
        double own = value("total_return", part);
        double benchmark = value("benchmark_return", part);
        return new SpanReturn(
                label(stretch.start(), by),
                LocalDate.ofEpochDay(sample.days()[stretch.from() + 1]),
                LocalDate.ofEpochDay(sample.days()[stretch.to()]),
                stretch.to() - stretch.from(),
                own,
                benchmark,
                own - benchmark,
                cumulative,
                value("annualized_volatility", part),
                value("sharpe_ratio", part),
                value("max_drawdown", part));
    }

    private static double value(String id, Sample part) {
        return Catalogue.value(Catalogue.ofReturns(id).orElseThrow(), part);
    }

    private static String label(LocalDate start, Span by) {
        return switch (by) {
            case YEAR -> Integer.toString(start.getYear());
            case QUARTER -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case DAY -> start.toString();
            case MONTH -> start.toString().substring(0, "yyyy-mm".length());
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }
}
