package org.quantplatform.research.internal.backtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.rules.cn.ChinaMarketRules;
import org.quantplatform.rules.jp.JapanMarketRules;
import org.quantplatform.rules.kr.KoreaMarketRules;
import org.quantplatform.rules.us.UnitedStatesMarketRules;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.CellFactor;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/** A registry of a few small plug-ins, bound by hand. */
public final class TestPlugins implements PluginRegistry {

    public record Lookback(int lookback, int skip) {}

    record Top(int top, double invested) {}

    record Bps(double commissionBps) {}

    static final class Momentum extends CellFactor<Lookback> {

        @Override
        public Class<Lookback> parameterType() {
            return Lookback.class;
        }

        @Override
        public Requirements requires(Lookback p) {
            return Requirements.of(p.lookback() + 1, Field.CLOSE);
        }

        @Override
        protected double score(Cell cell, Lookback p) {
            return cell.ago(Field.CLOSE, p.skip()) / cell.ago(Field.CLOSE, p.lookback()) - 1;
        }
    }

    /** Reads an item of the accounts. */
    static final class Cheapness extends CellFactor<Lookback> {

        static final Field INCOME = Field.of("net_income_ttm");

        @Override
        public Class<Lookback> parameterType() {
            return Lookback.class;
        }

        @Override
        public Requirements requires(Lookback p) {
            return Requirements.of(1, INCOME, Field.MARKET_CAP);
        }

        @Override
        protected double score(Cell cell, Lookback p) {
            return cell.today(INCOME) / cell.today(Field.MARKET_CAP);
        }
    }

    static final class Best implements Strategy<Top> {

        @Override
        public Class<Top> parameterType() {
            return Top.class;
        }

        @Override
        public void decide(Snapshot snapshot, Top p, Targets out) {
            List<Integer> ranked = new ArrayList<>();
            for (int asset = 0; asset < snapshot.assets(); asset++) {
                if (!Double.isNaN(snapshot.score(asset))) {
                    ranked.add(asset);
                }
            }
            ranked.sort(Comparator.comparingDouble((Integer asset) -> -snapshot.score(asset)));
            ranked.stream().limit(p.top()).forEach(asset -> out.set(asset, p.invested() / p.top()));
        }
    }

    static final class Flat implements CostModel<Bps> {

        @Override
        public Class<Bps> parameterType() {
            return Bps.class;
        }

        @Override
        public Set<Market> markets() {
            return Set.of(Market.US, Market.KR, Market.CN, Market.JP);
        }

        @Override
        public Costs cost(Fill fill, Bps p) {
            return new Costs(fill.notional() * p.commissionBps() / 10_000, 0);
        }
    }

    private final Map<String, Object> services = new LinkedHashMap<>(Map.of(
            "us", new UnitedStatesMarketRules(),
            "kr", new KoreaMarketRules(),
            "cn", new ChinaMarketRules(),
            "jp", new JapanMarketRules(),
            "momentum", new Momentum(),
            "cheapness", new Cheapness(),
            "factor-rank", new Best(),
            "bps", new Flat(),
            "market", new Flat()));

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        Object found = services.get(id);
        if (!service.isInstance(found)) {
            throw QuantException.invalid(path.id(), "no " + service.getSimpleName() + " '" + id + "'");
        }
        PluginPin pin = new PluginPin(kind(service), id, "test." + id, "1.0.0", "0".repeat(64));
        return new BoundPlugin<>(service.cast(found), record(id, parameters, path), parameters, pin);
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        return bind(service, pin.id(), parameters, new RequestPath("", ""));
    }

    private static Record record(String id, Map<String, Object> values, RequestPath path) {
        return switch (id) {
            case "us", "kr", "cn", "jp" -> new BoundPlugin.NoParameters();
            case "momentum", "cheapness" -> new Lookback(whole(values, "lookback", 252), whole(values, "skip", 21));
            case "factor-rank" -> {
                if (whole(values, "top", 20) < 1) {
                    throw QuantException.invalid(path.parameters() + ".top", "must be at least 1");
                }
                yield new Top(whole(values, "top", 20), ((Number) values.getOrDefault("invested", 0.98)).doubleValue());
            }
            default -> new Bps(((Number) values.getOrDefault("commission_bps", 10)).doubleValue());
        };
    }

    private static int whole(Map<String, Object> values, String name, int otherwise) {
        return ((Number) values.getOrDefault(name, otherwise)).intValue();
    }

    private static PluginKind kind(Class<?> service) {
        if (service == Factor.class) {
            return PluginKind.FACTOR;
        }
        if (service == MarketRules.class) {
            return PluginKind.RULES;
        }
        return service == Strategy.class ? PluginKind.STRATEGY : PluginKind.COST;
    }

    @Override
    public Optional<PluginInfo> find(PluginKind kind, String id) {
        Class<?> wanted = kind == PluginKind.FACTOR ? Factor.class : Strategy.class;
        boolean offered = kind == PluginKind.FACTOR || kind == PluginKind.STRATEGY;
        if (!offered || !wanted.isInstance(services.get(id))) {
            return Optional.empty();
        }
        PluginInfo.BundleInfo bundle = new PluginInfo.BundleInfo("test." + id, "1.0.0", "0".repeat(64));
        return Optional.of(new PluginInfo(
                kind, id, id, List.of(), PluginInfo.Status.ACTIVE, null, bundle, List.of(), Instant.EPOCH));
    }

    @Override
    public List<PluginInfo> active(PluginKind kind) {
        return services.keySet().stream()
                .sorted()
                .map(id -> find(kind, id))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public long count(PluginInfo.Status status) {
        return status == PluginInfo.Status.ACTIVE ? services.size() : 0;
    }
}
