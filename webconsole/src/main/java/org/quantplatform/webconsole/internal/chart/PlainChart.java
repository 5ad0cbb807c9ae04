package org.quantplatform.webconsole.internal.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Locale;
import org.quantplatform.json.QuantJson;

/** Bars or lines over one axis. */
@Tag("quant-plain-chart")
@NpmPackage(value = "echarts", version = "6.0.0")
@JsModule("./quant-plain-chart.ts")
public final class PlainChart extends Component implements HasSize {

    /** How the values are drawn. */
    public enum Kind {
        BAR,
        LINE
    }

    /** How the values are written. */
    public enum Unit {
        PERCENT,
        NUMBER
    }

    /** NaN leaves a gap. */
    public record Line(String name, double[] values) {}

    private record Plot(String label, String kind, String unit, List<String> categories, List<Line> lines) {}

    /**
     * The numbers go to the browser in one call; nothing of them stays in the server's memory.
     *
     * @param label for those who cannot see it
     * @param categories one for each value of a line
     */
    public PlainChart(String label, Kind kind, Unit unit, List<String> categories, List<Line> lines) {
        Plot plot = new Plot(label, word(kind), word(unit), categories, lines);
        getElement().executeJs("this.plot = JSON.parse($0)", QuantJson.write(plot));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
