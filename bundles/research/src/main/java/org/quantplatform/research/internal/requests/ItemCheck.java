package org.quantplatform.research.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.factor.Factor;

/** Whether everything that factors read is stored. */
public final class ItemCheck {

    private ItemCheck() {}

    /**
     * @param panel loaded with the factors' fields
     * @param path of the list of factors in the request
     * @throws QuantException {@code NO_DATA} with every factor that lacks something
     */
    public static void require(List<BoundPlugin<Factor<?>>> factors, Panel panel, String path) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            String absent = BoundSpec.fields(factors.get(i)).stream()
                    .filter(field -> !panel.has(field))
                    .map(Field::name)
                    .collect(Collectors.joining(", "));
            if (!absent.isEmpty()) {
                String message = "factor " + factors.get(i).pin().id() + " needs " + absent
                        + ", of which nothing is stored for the universe";
                errors.add(new FieldError(path + "[" + i + "]", message));
            }
        }
        if (!errors.isEmpty()) {
            throw QuantException.withErrors(ErrorCode.NO_DATA, errors.get(0).message(), errors);
        }
    }
}
