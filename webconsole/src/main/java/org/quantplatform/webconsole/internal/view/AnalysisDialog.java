package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.model.Universe;
import org.quantplatform.webconsole.internal.form.Dates;
import org.quantplatform.webconsole.internal.platform.Notices;

/** Asks where and when a factor shall be analysed. */
final class AnalysisDialog extends Dialog {

    private final PlatformSession session;
    private final String factor;
    private final Select<MarketInfo> market = new Select<>();
    private final DatePicker start = Dates.field("From");
    private final DatePicker end = Dates.field("To");

    /** @param markets those with data, at least one */
    AnalysisDialog(PlatformSession session, String factor, List<MarketInfo> markets) {
        this.session = session;
        this.factor = factor;
        setHeaderTitle("Analyse " + factor);
        market.setId("analysis-market");
        market.setLabel("Market");
        market.setItems(markets);
        market.setItemLabelGenerator(m -> m.market() + " · " + m.instruments() + " instruments");
        market.addValueChangeListener(event -> {
            start.setValue(event.getValue().firstDate());
            end.setValue(event.getValue().lastDate());
        });
        Div form = new Div(market, start, end);
        form.addClassName("form");
        add(form);
        Button run = new Button("Analyse", event -> submit());
        run.setId("analyse");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Close", event -> close()), run);
        market.setValue(markets.get(0));
    }

    private void submit() {
        Notices.tell(() -> {
            String id = session.factorAnalyses()
                    .analyze(request(), Optional.empty())
                    .analysisId();
            close();
            AnalysisPage.open(id);
        });
    }

    private AnalysisRequest request() {
        return new AnalysisRequest(
                List.of(new FactorChoice(factor, Map.of(), null)),
                universe(market.getValue()),
                start.getValue(),
                end.getValue(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Universe universe(@Nullable MarketInfo chosen) {
        return chosen == null ? null : Universe.of(chosen.market());
    }
}
