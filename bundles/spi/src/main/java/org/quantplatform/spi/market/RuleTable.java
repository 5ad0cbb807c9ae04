package org.quantplatform.spi.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.PluginException;

/** Rules of a market's exchanges as lines of a text; the last line that applies counts. */
final class RuleTable {

    private record Line(DateRange days, Scope scope, RuleChange change, String source) {}

    private record Settlement(DateRange days, int sessions) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();

    private RuleTable() {}

    static RuleTable parse(List<String> lines) {
        RuleTable table = new RuleTable();
        for (String line : lines) {
            try {
                table.read(line);
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new PluginException("rules.txt has the line '" + line + "': " + e.getMessage(), e);
            }
        }
        return table;
    }

    private void read(String line) {
        int bar = line.lastIndexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("the source is missing after |");
        }
        String[] words = line.substring(0, bar).strip().split("\\s+", 5);
        DateRange days = DateRange.parse(words[0], words[1]);
        Scope scope = Scope.parse(words[2]);
        if (words[3].equals("settlement")) {
            if (!scope.equals(Scope.ALL)) {
                throw new IllegalArgumentException("settlement is of the whole market, *");
            }
            settlements.add(new Settlement(days, Integer.parseInt(words[4])));
        } else {
            lines.add(new Line(
                    days,
                    scope,
                    RuleChange.parse(words[3], words[4]),
                    line.substring(bar + 1).strip()));
        }
    }

    TradingRule rule(Listing listing, LocalDate date) {
        RuleDraft draft = new RuleDraft();
        for (Line line : lines) {
            if (line.days.holds(date) && line.scope.holds(listing)) {
                line.change.on(draft);
                draft.source(line.source);
            }
        }
        return draft.rule()
                .orElseThrow(() -> new PluginException(
                        "lot and tick of " + what(listing) + " are not known for " + date + knownSince(listing, date)));
    }

    private static String what(Listing listing) {
        return listing.ticker().isEmpty() ? listing.exchange() : listing.ticker() + " on " + listing.exchange();
    }

    private String knownSince(Listing listing, LocalDate date) {
        return lines.stream()
                .filter(line -> line.scope.holds(listing) && line.days.first().isAfter(date))
                .map(line -> line.days.first())
                .min(LocalDate::compareTo)
                .map(first -> "; rules are known from " + first)
                .orElse("");
    }

    int settlementDays(LocalDate traded) {
        for (int i = settlements.size() - 1; i >= 0; i--) {
            if (settlements.get(i).days.holds(traded)) {
                return settlements.get(i).sessions;
            }
        }
        throw new PluginException("the days until settlement are not known for trades of " + traded);
    }
}
