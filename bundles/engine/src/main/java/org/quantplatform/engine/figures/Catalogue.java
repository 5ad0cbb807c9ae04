package org.quantplatform.engine.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one table of all figures. */
public final class Catalogue {

    private static final List<Figure<Sample>> OF_RETURNS = Stream.of(
                    ReturnFigures.ALL,
                    SpanFigures.ALL,
                    RiskFigures.ALL,
                    DrawdownFigures.ALL,
                    TailFigures.ALL,
                    RatioFigures.ALL,
                    BenchmarkFigures.ALL)
            .flatMap(List::stream)
            .toList();

    private static final List<Figure<Trading>> OF_TRADING =
            Stream.of(TradingFigures.ALL, CostFigures.ALL).flatMap(List::stream).toList();

    private Catalogue() {}

    /** Every figure, in the order of the table. */
    public static List<Figure<?>> all() {
        return Stream.<Figure<?>>concat(OF_RETURNS.stream(), OF_TRADING.stream())
                .toList();
    }

    /** Those that follow from returns alone, in the order of the table. */
    public static List<Figure<Sample>> ofReturns() {
        return OF_RETURNS;
    }

    public static Optional<Figure<Sample>> ofReturns(String id) {
        return OF_RETURNS.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** Every figure of the sample by id, in the order of the table. */
    public static Map<String, Double> values(Sample sample) {
        Map<String, Double> values = new LinkedHashMap<>();
        OF_RETURNS.forEach(figure -> values.put(figure.id(), value(figure, sample)));
        return Collections.unmodifiableMap(values);
    }

    /** Every figure of what was traded by id, in the order of the table. */
    public static Map<String, Double> values(Trading trading) {
        Map<String, Double> values = new LinkedHashMap<>();
        OF_TRADING.forEach(figure -> values.put(figure.id(), figure.of(trading)));
        return Collections.unmodifiableMap(values);
    }

    /**
     * NaN when a return is, when the figure compares and there is no benchmark without NaN, and where the figure's
     * convention says so.
     */
    public static double value(Figure<Sample> figure, Sample sample) {
        boolean compares = figure.group() == Figure.Group.BENCHMARK;
        return sample.isKnown() && (sample.isCompared() || !compares) ? figure.of(sample) : Double.NaN;
    }
}
