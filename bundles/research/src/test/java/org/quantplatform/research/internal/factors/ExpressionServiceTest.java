package org.quantplatform.research.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.TestPlugins;

class ExpressionServiceTest {

    private final ExpressionService service = new ExpressionService(new MemoryExpressions(), new TestPlugins());
    private final Expressions ann = of(1);

    private Expressions of(long user) {
        return service.forCaller(new Caller(user, "user" + user, Set.of(Role.USER), "token", "127.0.0.1"));
    }

    @Test
    void tellsWhatAnExpressionReads() {
        StoredExpression stored =
                ann.create(new ExpressionDefinition("Calm-Trend", "CSRank(Slope($close, 60) / $net_income_ttm)", null));

        assertThat(stored.id()).isEqualTo("calm_trend");
        assertThat(stored.fields()).containsExactly("close", "net_income_ttm");
        assertThat(stored.history()).isEqualTo(60);
        assertThat(stored.crossSection()).isTrue();
        assertThat(ann.get("CALM_TREND")).isEqualTo(stored);
        assertThat(ann.list(PageRequest.FIRST).items()).containsExactly(stored);
        assertThatThrownBy(() -> of(2).get("calm_trend")).hasMessage("no expression 'calm_trend'");
        ann.delete("calm-trend");
        assertThatThrownBy(() -> ann.delete("calm-trend")).hasMessage("no expression 'calm-trend'");
    }

    @Test
    void namesEverythingThatIsWrong() {
        ExpressionDefinition wrong = new ExpressionDefinition("7 ways", "Men($close, 5)", "x".repeat(4001));
        QuantException refused = catchThrowableOfType(QuantException.class, () -> ann.create(wrong));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("name", "expression", "description");
        assertThat(refused.errors().get(1).message()).isEqualTo("unknown operator 'Men' at 1; did you mean Mean?");
        assertThatThrownBy(() -> ann.create(new ExpressionDefinition(null, null, null)))
                .hasMessageContaining("(and 1 more)");
        assertThatThrownBy(() -> ann.create(new ExpressionDefinition("Momentum", "$close", null)))
                .hasMessage("name: there is an installed factor 'momentum'");
    }

    @Test
    void listsTheOperators() {
        assertThat(ann.operators(new PageRequest(1, 100)).items())
                .hasSizeGreaterThanOrEqualTo(45)
                .contains(new ExpressionOperator("Mean", "Mean(x, days)", "time", "", "Mean of the known values."));
    }
}
