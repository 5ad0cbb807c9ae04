package org.quantplatform.webconsole.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

class FieldMapTest {

    private final TextField name = new TextField();
    private final IntegerField lookback = new IntegerField();
    private final FieldMap errors =
            new FieldMap(() -> Map.of("name", name, "strategy.factors.0.parameters.lookback", lookback));

    @Test
    void marksTheFieldThatAnErrorNames() {
        errors.show(QuantException.invalid(List.of(
                new FieldError("strategy.factors[0].parameters.lookback", "too short"),
                new FieldError("name", "is needed"))));

        assertThat(lookback.isInvalid()).isTrue();
        assertThat(lookback.getErrorMessage()).isEqualTo("too short");
        assertThat(name.getErrorMessage()).isEqualTo("is needed");
        assertThat(errors.problems().isVisible()).isFalse();
    }

    @Test
    void showsErrorsWithoutAFieldAboveTheForm() {
        errors.show(QuantException.invalid("costs.profile", "is unknown"));

        assertThat(errors.problems().isVisible()).isTrue();
        assertThat(errors.problems().getChildren()).hasSize(1);
    }

    @Test
    void showsARefusalWithoutFieldsAboveTheForm() {
        errors.show(QuantException.of(ErrorCode.QUOTA_EXCEEDED, "the queue is full"));

        assertThat(errors.problems().isVisible()).isTrue();
    }

    @Test
    void clearsWhatWasMarked() {
        errors.show(QuantException.invalid("name", "is needed"));
        errors.clear();

        assertThat(name.isInvalid()).isFalse();
        assertThat(errors.problems().isVisible()).isFalse();
    }

    @Test
    void findsTheNearestEnclosingField() {
        assertThat(FieldMap.find(Map.of("universe", 1, "universe.market", 2), "universe.tickers.3"))
                .contains(1);
        assertThat(FieldMap.find(Map.of("universe", 1), "start_date")).isEmpty();
    }

    @Test
    void readsEveryWayOfWritingAPath() {
        assertThat(List.of("a[0].b", "a.0.b", "/a/0/b"))
                .allMatch(p -> FieldMap.normal(p).equals("a.0.b"));
    }
}
