package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;

/** Warns of data that lacks what did not survive, over which every strategy looks better than it was. */
final class Survivors {

    private static final int TOLD = 5;

    /** Over fewer instruments or less time it is no wonder that none left. */
    private static final int FEWEST = 20;

    private static final int SHORTEST_DAYS = 730;
    private static final int SILENT_BARS = 10;

    private final Panel prices;
    private final List<Instrument> instruments;
    private final Window days;

    Survivors(Panel prices, List<Instrument> instruments, Window days) {
        this.prices = prices;
        this.instruments = instruments;
        this.days = days;
    }

    /** @param members of the universe's index; empty when it names none */
    Optional<String> warning(Universe universe, List<IndexMember> members) {
        if (universe.index() != null) {
            return absent(universe.index(), members);
        }
        return universe.tickers().isEmpty() && allSurvived()
                ? Optional.of("No instrument of market " + prices.market()
                        + " left it during the run: the data may hold survivors only.")
                : Optional.empty();
    }

    private Optional<String> absent(String index, List<IndexMember> members) {
        LocalDate first = prices.date(days.first());
        LocalDate last = prices.date(days.last());
        Set<String> belonged = new TreeSet<>();
        for (IndexMember member : members) {
            LocalDate to = member.to();
            if (!member.from().isAfter(last) && (to == null || !to.isBefore(first))) {
                belonged.add(member.ticker());
            }
        }
        List<String> absent = belonged.stream()
                .filter(ticker -> !prices.tickers().contains(ticker))
                .toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        String more = absent.size() > TOLD ? " and " + (absent.size() - TOLD) + " more" : "";
        return Optional.of(absent.size() + " of " + belonged.size() + " members that index " + index
                + " had during the run have no bars: "
                + String.join(", ", absent.subList(0, Math.min(TOLD, absent.size()))) + more
                + "; the rest may be survivors only.");
    }

    private boolean allSurvived() {
        long span = prices.epochDay(days.last()) - (long) prices.epochDay(days.first());
        if (prices.assets() < FEWEST || span < SHORTEST_DAYS) {
            return false;
        }
        for (int asset = 0; asset < prices.assets(); asset++) {
            LocalDate delisted = instruments.get(asset).delisted();
            if (delisted != null && !delisted.isAfter(prices.date(days.last())) || silent(asset)) {
                return false;
            }
        }
        return true;
    }

    private boolean silent(int asset) {
        for (int day = days.last(); day >= Math.max(days.first(), days.last() - SILENT_BARS); day--) {
            if (prices.value(Field.CLOSE, asset, day) > 0) {
                return false;
            }
        }
        return true;
    }
}
