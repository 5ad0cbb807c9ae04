package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.engine.figures.Spans;
import org.quantplatform.engine.figures.Spans.Stretch;

/** What weeks, months, quarters and years brought. */
final class SpanTable {

    private SpanTable() {}

    static List<SpanReturn> of(Sample sample, Span by) {
        Spans.Span span = Spans.Span.valueOf(by.name());
        return Spans.of(sample.days(), span).stream()
                .map(stretch -> row(sample, stretch, by))
                .toList();
    }

    private static SpanReturn row(Sample sample, Stretch stretch, Span by) {
        Map<String, Double> values = Catalogue.values(sample.part(stretch.from(), stretch.to()));
        double own = values.get("total_return");
        double benchmark = values.get("benchmark_return");
        return new SpanReturn(
                label(stretch.start(), by),
                LocalDate.ofEpochDay(sample.days()[stretch.from() + 1]),
                LocalDate.ofEpochDay(sample.days()[stretch.to()]),
                stretch.to() - stretch.from(),
                own,
                benchmark,
                own - benchmark,
                values.get("annualized_volatility"),
                values.get("sharpe_ratio"),
                values.get("max_drawdown"));
    }

    private static String label(LocalDate start, Span by) {
        return switch (by) {
            case YEAR -> Integer.toString(start.getYear());
            case QUARTER -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
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
