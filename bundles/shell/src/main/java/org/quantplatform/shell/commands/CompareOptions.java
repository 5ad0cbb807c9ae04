package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import picocli.CommandLine.Option;

/** Whether and how a check compares bars with those of another source. */
public final class CompareOptions {

    @Option(
            names = "--compare",
            description = "Compare the bars with those of another source that is set for the market")
    private boolean compare;

    @Option(
            names = "--against",
            split = ",",
            paramLabel = "SOURCE",
            description =
                    "Compare the bars with those of this source; of several, the first that they do not come from")
    private List<String> against = new ArrayList<>();

    @Option(
            names = "--against-basis",
            paramLabel = "BASIS",
            description = "What that source has done to prices: raw, split or full; raw otherwise")
    private @Nullable PriceBasis basis;

    @Option(
            names = "--sample",
            paramLabel = "NUMBER",
            description = "Instruments to compare at most, spread evenly; 100 otherwise")
    private @Nullable Integer sample;

    @Option(names = "--tolerance", paramLabel = "FRACTION", description = "By which closes may differ; 0.005 otherwise")
    private @Nullable Double closes;

    @Option(
            names = "--volume-tolerance",
            paramLabel = "FRACTION",
            description = "By which volumes may differ; 0.5 otherwise")
    private @Nullable Double volumes;

    /** Null when no option asks for it. */
    @Nullable
    CompareWith asked() {
        boolean wanted =
                compare || !against.isEmpty() || basis != null || sample != null || closes != null || volumes != null;
        return wanted ? new CompareWith(against.isEmpty() ? null : against, basis, sample, closes, volumes) : null;
    }

    static void show(Screen screen, @Nullable Comparison comparison) {
        if (comparison == null) {
            return;
        }
        screen.heading("Compared with " + String.join(", ", comparison.sources()));
        List<Pair> figures = new ArrayList<>();
        figures.add(Pair.of("Instruments", Figures.count(comparison.instruments())));
        figures.add(Pair.of("Bars", Figures.count(comparison.bars())));
        figures.add(Pair.of("Different", Figures.count(comparison.different())));
        for (Map.Entry<String, Long> reason : comparison.notCompared().entrySet()) {
            figures.add(Pair.of("Not compared, " + reason.getKey(), Figures.count(reason.getValue())));
        }
        screen.figures(figures);
    }
}
