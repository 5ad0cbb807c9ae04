package org.quantplatform.research.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.factor.Factor;

class OwnFactorsTest {

    private static final PluginRegistry.RequestPath PATH =
            new PluginRegistry.RequestPath("factors[0].factor", "factors[0].parameters");

    /** Notes what it is asked to bind. */
    private static final class Notes implements PluginRegistry {

        private final List<String> bound = new ArrayList<>();

        @Override
        public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
            bound.add(service.getSimpleName() + " " + id + " " + parameters);
            PluginPin pin = new PluginPin(PluginKind.FACTOR, id, "test", "1.0.0", "0".repeat(64));
            return new BoundPlugin<>(service.cast(null), new BoundPlugin.NoParameters(), parameters, pin);
        }

        @Override
        public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
            return bind(service, pin.id(), parameters, PATH);
        }

        @Override
        public Optional<PluginInfo> find(PluginKind kind, String id) {
            return Optional.empty();
        }

        @Override
        public List<PluginInfo> active(PluginKind kind) {
            return List.of();
        }

        @Override
        public long count(PluginInfo.Status status) {
            return 0;
        }
    }

    private final Notes plugins = new Notes();
    private final MemoryExpressions store = new MemoryExpressions();
    private final OwnFactors own = new OwnFactors(plugins, store, 1);

    @Test
    void aStoredNameStandsForItsText() {
        store.create(1, "calm_trend", "Mean($close, 5)", "");
        BoundPlugin<?> bound = own.bind(Factor.class, "Calm-Trend", Map.of(), PATH);

        assertThat(bound.pin().id()).isEqualTo("expression");
        assertThat(bound.values()).isEqualTo(Map.of("expression", "Mean($close, 5)"));
    }

    @Test
    void othersNamesAndOtherKindsGoToThePlugins() {
        store.create(2, "momentum", "$close", "");
        store.create(1, "bps", "$close", "");
        own.bind(Factor.class, "momentum", Map.of("lookback", 20), PATH);
        own.bind(CostModel.class, "bps", Map.of(), PATH);

        assertThat(plugins.bound).containsExactly("Factor momentum {lookback=20}", "CostModel bps {}");
    }

    @Test
    void takesNoParameters() {
        store.create(1, "mine", "$close", "");
        assertThatThrownBy(() -> own.bind(Factor.class, "mine", Map.of("lookback", 20), PATH))
                .hasMessage("factors[0].parameters: the expression 'mine' takes no parameters");
    }
}
