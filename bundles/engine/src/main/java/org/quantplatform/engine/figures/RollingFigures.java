package org.quantplatform.engine.figures;

import java.util.List;

/** Figures of moving windows, each by its own definition: what a window says equals what a run of these days would say. */
public final class RollingFigures {

    private RollingFigures() {}

    /**
     * @param window number of returns, 1 to those of the sample
     * @return one row per figure, with one value per window: the first ends at return number {@code window - 1}
     */
    public static double[][] of(List<Figure<Sample>> figures, Sample sample, int window) {
        if (window < 1 || window > sample.size()) {
            throw new IllegalArgumentException("window must be 1 to " + sample.size() + ", was " + window);
        }
        double[][] values = new double[figures.size()][sample.size() - window + 1];
        for (int from = 0; from + window <= sample.size(); from++) {
            Sample part = sample.part(from, from + window);
            for (int figure = 0; figure < values.length; figure++) {
                values[figure][from] = Catalogue.value(figures.get(figure), part);
            }
        }
        return values;
    }
}
