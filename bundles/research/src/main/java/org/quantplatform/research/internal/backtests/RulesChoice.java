package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** Finds the rules of the market for runs that depend on them: by the trading rules, or by taxes as of the settlement. */
final class RulesChoice {

    private static final String PATH = "execution.market_rules";

    private RulesChoice() {}

    static boolean trades(BacktestRequest request) {
        return request.execution() != null
                && Boolean.TRUE.equals(request.execution().marketRules());
    }

    /** @param execution null in manifests that say nothing of it */
    static boolean needed(@Nullable ExecutionSpec execution, CostSpec costs) {
        boolean trades = execution != null && Boolean.TRUE.equals(execution.marketRules());
        return trades || Boolean.TRUE.equals(costs.taxes());
    }

    static BoundPlugin<MarketRules> bind(Market market, PluginRegistry registry) {
        String id = market.name().toLowerCase(Locale.ROOT);
        return registry.bind(MarketRules.class, id, Map.of(), new RequestPath(PATH, PATH));
    }

    /** Refuses data that the rules cannot be applied to. */
    static void check(MarketRules rules, MarketPanel market, int firstDay) {
        Panel prices = market.prices();
        LocalDate date = prices.date(firstDay);
        try {
            for (Instrument instrument : market.instruments()) {
                rules.rule(listing(instrument), date);
            }
        } catch (PluginException e) {
            throw refusal("start_date", e.getMessage() + "; begin later, or leave " + PATH + " off");
        }
        if (!anyVolume(prices)) {
            throw refusal(PATH, "no volumes are stored, so that suspended days cannot be told; leave it off");
        }
    }

    /** What people should know of the rules that a run was under. */
    static List<String> notes(@Nullable MarketRules rules, MarketPanel market, BenchmarkSeries.Window days) {
        if (rules == null) {
            return List.of();
        }
        Set<String> notes = new LinkedHashSet<>();
        for (Instrument instrument : market.instruments()) {
            for (int day : new int[] {days.first(), days.last()}) {
                notes.addAll(rules.rule(listing(instrument), market.prices().date(day))
                        .notes());
            }
        }
        return new ArrayList<>(notes);
    }

    static Listing listing(Instrument instrument) {
        return new Listing(instrument.ticker(), instrument.exchange(), instrument.type());
    }

    private static boolean anyVolume(Panel prices) {
        for (double volume : prices.column(Field.VOLUME)) {
            if (volume > 0) {
                return true;
            }
        }
        return false;
    }

    private static QuantException refusal(String field, String message) {
        return QuantException.withErrors(ErrorCode.UNPROCESSABLE, message, List.of(new FieldError(field, message)));
    }
}
