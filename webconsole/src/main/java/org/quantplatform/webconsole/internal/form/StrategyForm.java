package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Rebalance;
import org.quantplatform.webconsole.internal.platform.Icons;

/** How a strategy decides: plug-in, its parameters, factors with weights, schedule and limits. */
public final class StrategyForm extends Div {

    private static final List<Rebalance> SCHEDULES =
            List.of(Rebalance.DAILY, Rebalance.WEEKLY, Rebalance.MONTH_END, Rebalance.QUARTER_END);

    private final Select<PluginInfo> plugin = new Select<>();
    private final ParameterForm parameters = new ParameterForm();
    private final Div factorRows = new Div();
    private final Select<Rebalance> rebalance = new Select<>();
    private final NumberField maxWeight = new NumberField("Max weight");
    private final NumberField maxSectorWeight = new NumberField("Max sector weight");
    private final OptimizerForm optimizer;
    private final CombinationForm combination = new CombinationForm();
    private List<PluginInfo> factors;

    public StrategyForm(List<PluginInfo> strategies, List<PluginInfo> factors, List<PluginInfo> optimizers) {
        this.factors = factors;
        this.optimizer = new OptimizerForm(optimizers);
        addClassName("form");
        preparePlugin(strategies);
        prepareLimits();
        factorRows.addClassName("form");
        factorRows.setId("factors");
        Button more = new Button("Add factor", Icons.of("plus"), event -> addFactor());
        more.setId("add-factor");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div limits = new Div(rebalance, maxWeight, maxSectorWeight);
        limits.addClassName("fields");
        NativeDetails schedule = new NativeDetails("Schedule, limits and optimizer");
        schedule.setContent(new Div(limits, combination, optimizer));
        add(new H3("Factors"), factorRows, more, plugin, parameters, schedule);
    }

    private void preparePlugin(List<PluginInfo> strategies) {
        plugin.setId("strategy-plugin");
        plugin.setLabel("Method");
        plugin.setItemLabelGenerator(PluginInfo::title);
        plugin.setItems(strategies);
        plugin.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                showParameters(Map.of());
            }
        });
    }

    private void prepareLimits() {
        rebalance.setId("rebalance");
        rebalance.setLabel("Rebalance");
        rebalance.setItems(SCHEDULES);
        rebalance.setItemLabelGenerator(r -> r == null ? "" : ParameterFields.label(r.toString()));
        rebalance.setEmptySelectionAllowed(true);
        rebalance.setEmptySelectionCaption("As the method says");
        for (NumberField field : List.of(maxWeight, maxSectorWeight)) {
            field.setPlaceholder("none");
            field.setManualValidation(true);
            field.setHelperText("0.05 is 5 %");
        }
        maxWeight.setId("max-weight");
        maxSectorWeight.setId("max-sector-weight");
    }

    public void show(StrategySpec spec) {
        plugin.getListDataView()
                .getItems()
                .filter(p -> spec.plugin() == null || p.id().equals(spec.plugin()))
                .findFirst()
                .ifPresent(plugin::setValue);
        showParameters(spec.parameters() == null ? Map.of() : spec.parameters());
        factorRows.removeAll();
        if (spec.factors() != null) {
            spec.factors().forEach(this::addFactor);
        }
        showSchedule(spec.rebalanceFrequency());
        Constraints limits = Objects.requireNonNullElse(spec.constraints(), Constraints.NONE);
        maxWeight.setValue(limits.maxWeight());
        maxSectorWeight.setValue(limits.maxSectorWeight());
        optimizer.show(spec.optimizer());
        combination.show(spec.combination());
    }

    private void showSchedule(@Nullable Rebalance schedule) {
        if (schedule != null && !SCHEDULES.contains(schedule)) {
            List<Rebalance> items = new ArrayList<>(SCHEDULES);
            items.add(schedule);
            rebalance.setItems(items);
        }
        rebalance.setValue(schedule);
    }

    /** The factors that can be chosen have changed. */
    public void offerFactors(List<PluginInfo> offered) {
        factors = offered;
        rows().forEach(row -> row.offer(offered));
    }

    /** Values that are no values are added to {@code errors} under {@code prefix}, which is empty or ends in a dot. */
    public StrategySpec value(String prefix, List<FieldError> errors) {
        List<FactorWeight> weights = new ArrayList<>();
        List<FactorRow> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).value(prefix + "factors." + i, errors).ifPresent(weights::add);
        }
        return new StrategySpec(
                plugin.getValue() == null ? null : plugin.getValue().id(),
                parameters.values(prefix + "parameters", errors),
                weights,
                null,
                new Constraints(maxWeight.getValue(), maxSectorWeight.getValue()),
                rebalance.getValue(),
                optimizer.value(prefix + "optimizer", errors),
                combination.value());
    }

    public Map<String, Component> paths(String prefix) {
        Map<String, Component> byPath = new LinkedHashMap<>();
        byPath.put(prefix + "plugin", plugin);
        parameters.addPaths(prefix + "parameters", byPath);
        List<FactorRow> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addPaths(prefix + "factors." + i, byPath);
        }
        optimizer.addPaths(prefix + "optimizer", byPath);
        byPath.put(prefix + "combination", combination);
        byPath.put(prefix + "rebalance_frequency", rebalance);
        byPath.put(prefix + "constraints.max_weight", maxWeight);
        byPath.put(prefix + "constraints.max_sector_weight", maxSectorWeight);
        return byPath;
    }

    private void addFactor() {
        List<String> used =
                rows().stream().map(FactorRow::chosen).flatMap(List::stream).toList();
        factors.stream()
                .filter(p -> !used.contains(p.id()))
                .findFirst()
                .or(() -> factors.stream().findFirst())
                .ifPresent(p -> addFactor(new FactorWeight(p.id(), 1, Map.of())));
    }

    private void addFactor(FactorWeight weight) {
        FactorRow row = new FactorRow(factors, factorRows::remove);
        row.show(weight);
        factorRows.add(row);
    }

    private List<FactorRow> rows() {
        return factorRows.getChildren().map(FactorRow.class::cast).toList();
    }

    private void showParameters(Map<String, Object> values) {
        PluginInfo chosen = plugin.getValue();
        parameters.show(chosen == null ? List.of() : chosen.parameters(), values);
    }
}
