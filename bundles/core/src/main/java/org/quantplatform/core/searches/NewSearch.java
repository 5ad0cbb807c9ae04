package org.quantplatform.core.searches;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.model.PluginPin;

/**
 * A search to be stored.
 *
 * @param request with every default filled in, and its backtest's strategy in place
 * @param plugins the code that every trial is to run
 * @param snapshot of the data
 * @param combinations of the whole space
 * @param chosen indices of those that are run
 * @param windows of a walk-forward search, empty otherwise
 */
public record NewSearch(
        String name,
        SearchRequest request,
        List<PluginPin> plugins,
        long snapshot,
        long combinations,
        List<Long> chosen,
        List<Window> windows,
        List<String> warnings) {

    /** Inclusive dates. */
    public record Window(LocalDate trainFrom, LocalDate trainTo, LocalDate testFrom, LocalDate testTo) {}

    /** Number of runs. */
    public int planned() {
        return windows.isEmpty() ? chosen.size() : (chosen.size() + 1) * windows.size();
    }
}
