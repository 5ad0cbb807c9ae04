package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.ShareRule;

/** How a run trades: fills, costs, short positions and leverage. What is left empty has the platform's default. */
final class TermsForm extends NativeDetails {

    private final Select<FillPrice> fill = new Select<>();
    private final Select<ShareRule> shares = new Select<>();
    private final NumberField commission = number("commission", "Commission, bp", "as the market");
    private final NumberField slippage = number("slippage", "Slippage, bp", "as the market");
    private final NumberField participation = number("participation", "Part of the volume", "no limit");
    private final NumberField leverage = number("max-leverage", "Max leverage", "1");
    private final Checkbox shorts = new Checkbox("Allow short positions");

    TermsForm() {
        super("Execution and costs");
        fill.setId("fill-price");
        fill.setLabel("Fill price");
        fill.setItems(FillPrice.values());
        fill.setItemLabelGenerator(f -> ParameterFields.label(f.name().toLowerCase(Locale.ROOT)));
        fill.setValue(FillPrice.NEXT_OPEN);
        shares.setId("shares");
        shares.setLabel("Shares");
        shares.setItems(ShareRule.values());
        shares.setItemLabelGenerator(s -> s == ShareRule.WHOLE ? "Whole lots" : "Fractional");
        shares.setValue(ShareRule.WHOLE);
        shorts.setId("allow-short");
        Div fields = new Div(fill, shares, commission, slippage, participation, leverage, shorts);
        fields.addClassName("fields");
        setContent(fields);
    }

    private static NumberField number(String id, String label, String placeholder) {
        NumberField field = new NumberField(label);
        field.setId(id);
        field.setPlaceholder(placeholder);
        field.setManualValidation(true);
        return field;
    }

    ExecutionSpec execution() {
        return new ExecutionSpec(fill.getValue(), shares.getValue(), participation.getValue(), null, null);
    }

    /** Null for the market's own. */
    @Nullable
    CostSpec costs() {
        boolean asTheMarket = List.of(commission, slippage).stream().allMatch(NumberField::isEmpty);
        return asTheMarket ? null : new CostSpec(commission.getValue(), slippage.getValue(), null, null);
    }

    FinancingSpec financing() {
        return new FinancingSpec(null, null, null, null, shorts.getValue(), leverage.getValue(), null, null);
    }

    void addPaths(Map<String, Component> byPath) {
        byPath.put("execution.price", fill);
        byPath.put("execution.shares", shares);
        byPath.put("execution.participation", participation);
        byPath.put("costs.commission_bps", commission);
        byPath.put("costs.slippage_bps", slippage);
        byPath.put("financing.max_leverage", leverage);
        byPath.put("financing.allow_short", shorts);
    }
}
