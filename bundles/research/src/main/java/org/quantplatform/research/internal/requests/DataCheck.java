package org.quantplatform.research.internal.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;

/** Whether there is data for a request; what is not is told by the request's fields. */
public final class DataCheck {

    private static final int TOLD = 5;

    private final PanelSource panels;

    public DataCheck(PanelSource panels) {
        this.panels = panels;
    }

    /**
     * The universe's panel.
     *
     * @param fields wanted beside prices and volume
     * @throws QuantException {@code NO_DATA} when there is no bar, or none of a ticker that was named
     */
    public MarketPanel universe(Universe universe, long snapshot, @Nullable LocalDate to, Set<Field> fields) {
        MarketPanel panel = load(
                PanelQuery.of(snapshot, universe, to, fields),
                universe.tickers().isEmpty() ? "universe.market" : "universe.tickers");
        Set<String> present = Set.copyOf(panel.prices().tickers());
        List<String> absent = universe.tickers().stream()
                .filter(ticker -> !present.contains(ticker))
                .toList();
        if (!absent.isEmpty()) {
            String more = absent.size() > TOLD ? " and " + (absent.size() - TOLD) + " more" : "";
            throw noData(
                    "universe.tickers",
                    "no bars in market " + universe.market() + " for "
                            + String.join(", ", absent.subList(0, Math.min(TOLD, absent.size()))) + more);
        }
        String index = universe.index();
        if (index != null
                && panels.members(snapshot, panel.prices().market(), index).isEmpty()) {
            throw noData(
                    "universe.index",
                    "no members of index " + index + " of market "
                            + panel.prices().market() + " are stored; import them with kind index");
        }
        return panel;
    }

    /** @param field that is to blame when there is no bar */
    public MarketPanel load(PanelQuery query, String field) {
        try {
            return panels.load(query);
        } catch (QuantException e) {
            throw e.code() == ErrorCode.NO_DATA ? noData(field, e.getMessage()) : e;
        }
    }

    /**
     * Index of the first day from {@code start} on.
     *
     * @param end for the message
     * @throws QuantException {@code NO_DATA} when all days are before
     */
    public static int firstDay(Panel prices, LocalDate start, @Nullable LocalDate end) {
        int first = prices.firstDayFrom(start);
        if (first >= prices.days()) {
            throw noData(
                    "start_date",
                    "no data from " + start + (end == null ? "" : " to " + end) + ": bars go from " + prices.date(0)
                            + " to " + prices.date(prices.days() - 1));
        }
        return first;
    }

    private static QuantException noData(String field, String message) {
        return QuantException.withErrors(ErrorCode.NO_DATA, message, List.of(new FieldError(field, message)));
    }
}
