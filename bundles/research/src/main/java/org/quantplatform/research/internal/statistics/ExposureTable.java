package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.ExposureSeries.Sector;
import org.quantplatform.api.statistics.ExposureSeries.TopHolding;
import org.quantplatform.engine.positions.Exposures;
import org.quantplatform.model.Instrument;
import org.quantplatform.research.internal.statistics.Histories.Told;

/** Exposures of a run by day, sector and ticker. */
final class ExposureTable {

    private static final int MOST = 20;
    private static final String OTHER = "(other)";

    private ExposureTable() {}

    static ExposureSeries of(Told told, List<LocalDate> dates) {
        Groups sectors = Groups.sectors(told.instruments());
        Exposures exposures =
                Exposures.of(told.history(), sectors.of(), sectors.names().size());
        return new ExposureSeries(
                dates,
                sum(exposures.longs(), exposures.shorts(), -1),
                sum(exposures.longs(), exposures.shorts(), 1),
                exposures.longs(),
                exposures.shorts(),
                exposures.held(),
                exposures.largest(),
                exposures.concentration(),
                sectors(exposures, sectors.names()),
                topHoldings(exposures, told.instruments()));
    }

    private static double[] sum(double[] a, double[] b, int sign) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + sign * b[i]);
        return sum;
    }

    private static List<Sector> sectors(Exposures exposures, List<String> names) {
        List<Sector> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double[] net = exposures.net(i);
            double gross = Exposures.mean(exposures.gross(i));
            if (gross != 0) {
                all.add(new Sector(names.get(i), gross, Exposures.mean(net), net));
            }
        }
        all.sort(Comparator.comparingDouble(Sector::meanGross).reversed().thenComparing(Sector::sector));
        if (all.size() <= MOST) {
            return all;
        }
        List<Sector> shown = new ArrayList<>(all.subList(0, MOST - 1));
        shown.add(all.subList(MOST - 1, all.size()).stream()
                .reduce((a, b) -> new Sector(
                        OTHER, a.meanGross() + b.meanGross(), a.meanNet() + b.meanNet(), sum(a.net(), b.net(), 1)))
                .orElseThrow());
        return shown;
    }

    private static List<TopHolding> topHoldings(Exposures exposures, List<Instrument> instruments) {
        return IntStream.range(0, instruments.size())
                .filter(asset -> exposures.daysHeld(asset) > 0)
                .mapToObj(asset -> new TopHolding(
                        instruments.get(asset).ticker(),
                        Groups.sector(instruments.get(asset)),
                        exposures.meanWeight(asset),
                        exposures.largestWeight(asset),
                        exposures.daysHeld(asset)))
                .sorted(Comparator.comparingDouble((TopHolding held) -> -Math.abs(held.meanWeight()))
                        .thenComparing(TopHolding::ticker))
                .limit(MOST)
                .toList();
    }
}
