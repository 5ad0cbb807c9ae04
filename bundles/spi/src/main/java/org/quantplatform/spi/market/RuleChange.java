package org.quantplatform.spi.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.model.PriceLimit;
import org.quantplatform.model.PriceLimit.Method;
import org.quantplatform.model.PriceSteps;

/** What a line says. */
@FunctionalInterface
interface RuleChange {

    void on(RuleDraft draft);

    /** @throws IllegalArgumentException when it cannot be read */
    static RuleChange parse(String what, String value) {
        switch (what) {
            case "lot" -> {
                PriceSteps lots = steps(value.split("\\s+"));
                return draft -> draft.lots = lots;
            }
            case "tick" -> {
                PriceSteps ticks = steps(value.split("\\s+"));
                return draft -> draft.ticks = ticks;
            }
            case "limit" -> {
                PriceLimit limit = limit(value.split("\\s+"));
                return draft -> draft.limit = limit;
            }
            default -> {
                return plain(what, value);
            }
        }
    }

    private static RuleChange plain(String what, String value) {
        switch (what) {
            case "least" -> {
                int shares = Integer.parseInt(value);
                return draft -> draft.least = shares;
            }
            case "free" -> {
                int sessions = Integer.parseInt(value);
                return draft -> draft.free = sessions;
            }
            case "sales" -> {
                boolean sameDay = oneOf(value, "same_day", "next_day");
                return draft -> draft.sameDaySales = sameDay;
            }
            case "shorts" -> {
                boolean allowed = oneOf(value, "allowed", "banned");
                return draft -> draft.shorts = allowed;
            }
            case "note" -> {
                return draft -> draft.notes.add(value);
            }
            default -> throw new IllegalArgumentException("there is no rule '" + what + "'");
        }
    }

    private static boolean oneOf(String value, String yes, String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException("must be " + yes + " or " + no + ", was '" + value + "'");
        }
        return value.equals(yes);
    }

    private static PriceLimit limit(String[] words) {
        boolean lessDividends = words[words.length - 1].equals("less_dividends");
        return switch (words[0]) {
            case "none" -> PriceLimit.NONE;
            case "inward" -> new PriceLimit(Method.FRACTION_INWARD, Double.parseDouble(words[1]), null, lessDividends);
            case "half_up" ->
                new PriceLimit(Method.FRACTION_HALF_UP, Double.parseDouble(words[1]), null, lessDividends);
            case "amount" -> new PriceLimit(Method.AMOUNT, 0, steps(Arrays.copyOfRange(words, 1, words.length)), false);
            default -> throw new IllegalArgumentException("there is no limit '" + words[0] + "'");
        };
    }

    private static PriceSteps steps(String[] words) {
        if (words.length == 1 && words[0].indexOf(':') < 0) {
            return PriceSteps.always(Double.parseDouble(words[0]));
        }
        List<PriceSteps.Band> bands = new ArrayList<>();
        for (String word : words) {
            String[] band = word.split(":", 2);
            bands.add(new PriceSteps.Band(Double.parseDouble(band[0]), Double.parseDouble(band[1])));
        }
        return new PriceSteps(bands);
    }
}
