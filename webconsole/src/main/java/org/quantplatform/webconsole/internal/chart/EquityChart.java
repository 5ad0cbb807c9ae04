package org.quantplatform.webconsole.internal.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.json.QuantJson;

/** Equity and drawdown over a shared time axis; zoom, pan, hover and logarithmic scale happen in the browser. */
@Tag("quant-equity-chart")
@NpmPackage(value = "echarts", version = "6.0.0")
@JsModule("./quant-equity-chart.ts")
public final class EquityChart extends Component implements HasSize {

    /** The numbers go to the browser in one call; nothing of them stays in the server's memory. */
    public EquityChart(EquitySeries series, String currency) {
        getElement().setAttribute("currency", currency);
        getElement().executeJs("this.series = JSON.parse($0)", QuantJson.write(series));
    }
}
