package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.engine.figures.Figure;
import org.quantplatform.engine.figures.RollingFigures;
import org.quantplatform.engine.figures.Sample;

/** Figures of moving windows with their dates. */
final class Rolling {

    private Rolling() {}

    static RollingSeries of(Sample sample, RollingQuery query) {
        List<Figure<Sample>> figures = Requests.figures(query, sample.size());
        double[][] rows = RollingFigures.of(figures, sample, query.window());
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            values.put(figures.get(i).id(), rows[i]);
        }
        List<LocalDate> dates = Arrays.stream(sample.days())
                .skip(query.window())
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
        return new RollingSeries(query.window(), dates, values);
    }
}
