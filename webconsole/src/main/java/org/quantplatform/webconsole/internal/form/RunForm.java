package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;

/** What to run: a stored strategy or one made on the spot, on which market, when, and with how much money. */
public final class RunForm extends Div {

    private static final int USUAL_YEARS = 5;
    private static final List<String> USUAL_FACTORS = List.of("momentum", "low-volatility");

    private final Select<Choice> strategy = new Select<>();
    private final StrategyForm adHoc;
    private final Select<MarketInfo> market = new Select<>();
    private final DatePicker start = Dates.field("From");
    private final DatePicker end = Dates.field("To");
    private final NumberField capital = new NumberField("Capital");
    private final Span currency = new Span();
    private final Select<Benchmark> benchmark = new Select<>();
    private final TermsForm terms = new TermsForm();
    private final FieldMap errors = new FieldMap(this::paths);
    private final List<MarketInfo> markets;

    /** A stored strategy by its id, or none for one made on the spot. */
    private record Choice(String id, Optional<StoredStrategy> stored) {

        static final Choice AD_HOC = new Choice("", Optional.empty());

        String label() {
            return stored.map(strategy -> strategy.id().equals(id) ? strategy.name() : strategy.name() + " · " + id)
                    .orElse("Ad hoc: choose factors here");
        }
    }

    /**
     * @param stored by the id under which a run asks for them, in the order in which they are offered
     * @param markets those with data, at least one
     */
    public RunForm(Map<String, StoredStrategy> stored, List<MarketInfo> markets, StrategyForm adHoc) {
        this.markets = markets;
        this.adHoc = adHoc;
        addClassName("form");
        prepareStrategy(stored);
        prepareMarket();
        prepareMoney();
        Div dates = fields(start, end);
        Div adHocGroup = new Div(adHoc);
        adHocGroup.addClassName("group");
        adHocGroup.setId("ad-hoc");
        strategy.addValueChangeListener(
                event -> adHocGroup.setVisible(event.getValue().stored().isEmpty()));
        add(errors.problems(), strategy, market, dates, fields(capital, benchmark), adHocGroup, terms);
        strategy.setValue(Choice.AD_HOC);
        market.setValue(markets.get(0));
    }

    private void prepareStrategy(Map<String, StoredStrategy> stored) {
        strategy.setId("strategy");
        strategy.setLabel("Strategy");
        strategy.setItemLabelGenerator(Choice::label);
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.AD_HOC);
        stored.forEach((id, each) -> choices.add(new Choice(id, Optional.of(each))));
        strategy.setItems(choices);
        strategy.addValueChangeListener(event -> event.getValue()
                .stored()
                .map(s -> s.universe().market())
                .flatMap(this::find)
                .ifPresent(market::setValue));
    }

    private void prepareMarket() {
        market.setId("market");
        market.setLabel("Market");
        market.setItems(markets);
        market.setItemLabelGenerator(m -> m.market() + " · " + m.instruments() + " instruments" + syntheticNote(m));
        market.addValueChangeListener(event -> showDefaults(event.getValue()));
        start.setId("start-date");
        end.setId("end-date");
    }

    private void prepareMoney() {
        capital.setId("capital");
        capital.setManualValidation(true);
        capital.setSuffixComponent(currency);
        benchmark.setId("benchmark");
        benchmark.setLabel("Benchmark");
        benchmark.setItems(Benchmark.EQUAL_WEIGHT);
        benchmark.setItemLabelGenerator(b -> b == null ? "None" : "Equal weight");
        benchmark.setEmptySelectionAllowed(true);
        benchmark.setEmptySelectionCaption("None");
        benchmark.setValue(Benchmark.EQUAL_WEIGHT);
    }

    private static Div fields(Component... components) {
        Div fields = new Div(components);
        fields.addClassName("fields");
        return fields;
    }

    private void showDefaults(@Nullable MarketInfo chosen) {
        if (chosen == null || chosen.firstDate() == null || chosen.lastDate() == null) {
            return;
        }
        start.setValue(usualStart(chosen.firstDate(), chosen.lastDate()));
        end.setValue(chosen.lastDate());
        start.setInitialPosition(chosen.lastDate());
        currency.setText(chosen.currency());
        capital.setValue(usualCapital(chosen.market()));
        String range = "Data from " + chosen.firstDate() + " to " + chosen.lastDate();
        market.setHelperText(range + syntheticNote(chosen));
    }

    /** Five years, or less when there are not as many. */
    static LocalDate usualStart(LocalDate first, LocalDate last) {
        LocalDate usual = last.minusYears(USUAL_YEARS).plusDays(1);
        return usual.isBefore(first) ? first : usual;
    }

    /** A sum that buys a few whole lots of many stocks. */
    static double usualCapital(Market market) {
        return switch (market) {
            case KR, JP -> 100_000_000;
            case VN -> 10_000_000_000.0;
            case US, CN, HK, FX -> 1_000_000;
        };
    }

    private Optional<MarketInfo> find(Market wanted) {
        return markets.stream().filter(m -> m.market() == wanted).findFirst();
    }

    /** Two usual factors at equal weight, where they are there. */
    public static StrategySpec usualSpec(List<PluginInfo> factors) {
        List<String> ids = factors.stream().map(PluginInfo::id).toList();
        List<String> usual = USUAL_FACTORS.stream().filter(ids::contains).toList();
        List<String> chosen = usual.isEmpty() ? ids.stream().limit(1).toList() : usual;
        double weight = chosen.isEmpty() ? 1 : 1.0 / chosen.size();
        List<FactorWeight> weights = chosen.stream()
                .map(id -> new FactorWeight(id, weight, Map.of()))
                .toList();
        return new StrategySpec("factor-rank", null, weights, null, null, null);
    }

    /** Runs {@code submit} with the request; a refusal is shown at the fields. */
    public void submit(Consumer<BacktestRequest> submit) {
        errors.clear();
        List<FieldError> wrong = new ArrayList<>();
        BacktestRequest request = request(wrong);
        try {
            if (!wrong.isEmpty()) {
                throw QuantException.invalid(wrong);
            }
            submit.accept(request);
        } catch (QuantException e) {
            errors.show(e);
        }
    }

    private BacktestRequest request(List<FieldError> wrong) {
        Choice choice = strategy.getValue();
        Optional<StoredStrategy> stored = choice.stored();
        return new BacktestRequest(
                stored.isPresent() ? choice.id() : null,
                stored.isPresent() ? null : adHoc.value("strategy.", wrong),
                stored.map(this::universeBeside)
                        .orElseGet(() -> Universe.of(market.getValue().market())),
                start.getValue(),
                end.getValue(),
                capital.getValue(),
                null,
                terms.execution(),
                terms.costs(),
                benchmark.getValue(),
                null,
                terms.financing(),
                null);
    }

    // the stored strategy's own universe may name tickers or sectors: it is replaced only by another market
    private @Nullable Universe universeBeside(StoredStrategy stored) {
        Market chosen = market.getValue().market();
        return stored.universe().market() == chosen ? null : Universe.of(chosen);
    }

    private Map<String, Component> paths() {
        Map<String, Component> byPath = new LinkedHashMap<>(adHoc.paths("strategy."));
        byPath.put("strategy_id", strategy);
        byPath.put("universe", market);
        byPath.put("start_date", start);
        byPath.put("end_date", end);
        byPath.put("initial_capital", capital);
        byPath.put("benchmark", benchmark);
        terms.addPaths(byPath);
        return byPath;
    }

    private static String syntheticNote(MarketInfo market) {
        if (market.synthetic() == 0) {
            return "";
        }
        return market.synthetic() == market.instruments() ? " · synthetic" : " · " + market.synthetic() + " synthetic";
    }
}
