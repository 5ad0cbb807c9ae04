package org.quantplatform.research.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.factor.Factor;

/** Whether everything that plug-ins read is stored. */
public final class ItemCheck {

    private final Panel panel;
    private final List<FieldError> errors = new ArrayList<>();

    private ItemCheck(Panel panel) {
        this.panel = panel;
    }

    /**
     * @param panel loaded with the fields of the strategy and its factors
     * @throws QuantException {@code NO_DATA} with every plug-in that lacks something
     */
    public static void require(BoundSpec spec, Panel panel) {
        ItemCheck check = new ItemCheck(panel);
        check.look(spec.strategy(), BoundSpec.strategyFields(spec.strategy()), "strategy.plugin");
        check.lookAt(spec.factors(), "strategy.factors");
        check.throwIfAny();
    }

    /**
     * @param panel loaded with the factors' fields
     * @param path of the list of factors in the request
     * @throws QuantException {@code NO_DATA} with every factor that lacks something
     */
    public static void require(List<BoundPlugin<Factor<?>>> factors, Panel panel, String path) {
        ItemCheck check = new ItemCheck(panel);
        check.lookAt(factors, path);
        check.throwIfAny();
    }

    private void lookAt(List<BoundPlugin<Factor<?>>> factors, String path) {
        for (int i = 0; i < factors.size(); i++) {
            look(factors.get(i), BoundSpec.fields(factors.get(i)), path + "[" + i + "]");
        }
    }

    private void look(BoundPlugin<?> plugin, Set<Field> fields, String path) {
        String absent = fields.stream()
                .filter(field -> !panel.has(field))
                .map(Field::name)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            String who = plugin.pin().kind().code() + " " + plugin.pin().id();
            errors.add(
                    new FieldError(path, who + " needs " + absent + ", of which nothing is stored for the universe"));
        }
    }

    private void throwIfAny() {
        if (!errors.isEmpty()) {
            throw QuantException.withErrors(ErrorCode.NO_DATA, errors.get(0).message(), errors);
        }
    }
}
