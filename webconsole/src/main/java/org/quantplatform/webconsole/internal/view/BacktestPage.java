package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.form.RunForm;
import org.quantplatform.webconsole.internal.form.StrategyForm;
import org.quantplatform.webconsole.internal.platform.Catalogue;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** The first page: choose, run, watch, and see the result beside the form. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("New backtest · Quant Platform")
public final class BacktestPage extends PlatformPage implements BeforeEnterObserver {

    private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_LIMIT);

    private Optional<String> shown = Optional.empty();

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = event.getLocation().getQueryParameters().getSingleParameter("run");
    }

    @Override
    protected void build(PlatformSession session) {
        List<MarketInfo> markets =
                session.data().markets().stream().filter(m -> m.bars() > 0).toList();
        if (markets.isEmpty()) {
            add(noData());
            return;
        }
        List<PluginInfo> factors = Catalogue.active(session, PluginKind.FACTOR);
        StrategyForm adHoc = new StrategyForm(
                Catalogue.active(session, PluginKind.STRATEGY),
                factors,
                Catalogue.active(session, PluginKind.OPTIMIZER));
        adHoc.show(RunForm.usualSpec(factors));
        RunForm form = new RunForm(strategies(session), markets, adHoc);
        Div result = new Div();
        result.setId("result");
        result.add(invitation());
        Button run = new Button(
                "Run backtest",
                Icons.of("play"),
                event -> form.submit(request -> {
                    Backtest made = session.backtests().submit(request, Optional.empty());
                    show(session, result, made.backtestId());
                }));
        run.setId("run");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        run.setTooltipText("Ctrl + Enter");
        form.add(Parts.box("run-line", run));
        Div card = Parts.card(form);
        card.setId("run-form");
        add(Parts.box("split", card, result));
        shown.ifPresent(id -> showKnown(session, result, id));
        follow(() -> Catalogue.active(session, PluginKind.FACTOR), adHoc::offerFactors);
    }

    /** The reader's own, then those that others share with him. */
    private static Map<String, StoredStrategy> strategies(PlatformSession session) {
        Map<String, StoredStrategy> byId = new LinkedHashMap<>();
        session.strategies().list(ALL).items().forEach(own -> byId.put(own.id(), own));
        ReceivedCard.received(session, "strategy")
                .forEach(share -> byId.put(share.id(), session.strategies().get(share.id())));
        return byId;
    }

    private void showKnown(PlatformSession session, Div result, String id) {
        try {
            session.backtests().get(id);
            show(session, result, id);
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void show(PlatformSession session, Div result, String id) {
        // so that the result is there again after a reload
        UI.getCurrent().getPage().getHistory().replaceState(null, "?run=" + id);
        shown = Optional.of(id);
        result.removeAll();
        result.add(new RunPanel(session, id, run -> show(session, result, run.backtestId())));
    }

    private static Div invitation() {
        return Parts.empty(
                "invitation",
                "Ready when you are",
                "Choose a strategy and press Run backtest. "
                        + "Progress, key figures, the equity curve and every trade appear here.");
    }

    private static Div noData() {
        Anchor data = new Anchor("data", "Load the demo market");
        data.setId("go-to-data");
        return Parts.empty(
                "no-data",
                "There is no market data yet",
                "The demo market is a synthetic one with several hundred stocks in three regions. It loads in moments.",
                data);
    }
}
