package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;

/**
 * What a market's currency is worth in the account's, from bars of market FX. The instrument {@code USDKRW} tells how many
 * KRW one USD costs; either direction will do.
 */
public final class ExchangeRates {

    /** A rate older than this stands for no day. */
    private static final int MOST_DAYS_OLD = 10;

    private ExchangeRates() {}

    static String code(String currency) {
        return currency.strip().toUpperCase(Locale.ROOT);
    }

    /** @throws QuantException {@code UNPROCESSABLE} when a rate is missing on any day of the run */
    public static Currencies of(String account, Panel prices, Window days, RateSource source, double conversionCost) {
        String own = prices.market().currency();
        if (account.equals(own)) {
            return Currencies.single(account, prices.assets());
        }
        MarketPanel rates = load(account, own, source);
        boolean direct = rates.prices().tickers().contains(own + account);
        Panel panel = rates.prices();
        int asset = panel.tickers().indexOf(direct ? own + account : account + own);
        double[] byDay = new double[prices.days()];
        double[] early = new double[prices.days()];
        for (int day = days.first(); day <= days.last(); day++) {
            LocalDate date = prices.date(day);
            double rate = latest(panel, asset, date);
            if (!(rate > 0)) {
                throw missing("no exchange rate from " + own + " to " + account + " on " + date + " or the "
                        + MOST_DAYS_OLD + " days before");
            }
            double known = early(panel, asset, date);
            byDay[day] = direct ? rate : 1 / rate;
            early[day] = !(known > 0) ? byDay[day] : direct ? known : 1 / known;
        }
        int[] ofAsset = new int[prices.assets()];
        Arrays.fill(ofAsset, 1);
        return new Currencies(
                List.of(account, own), ofAsset, new double[][] {byDay}, new double[][] {early}, conversionCost);
    }

    private static double latest(Panel panel, int asset, LocalDate date) {
        LocalDate oldest = date.minusDays(MOST_DAYS_OLD);
        for (int day = panel.lastDayTo(date); day >= 0 && !panel.date(day).isBefore(oldest); day--) {
            double close = panel.value(Field.CLOSE, asset, day);
            if (close > 0) {
                return close;
            }
        }
        return Double.NaN;
    }

    /** The day's first rate, where the source tells one, else the last close before the day. */
    private static double early(Panel panel, int asset, LocalDate date) {
        int day = panel.lastDayTo(date);
        boolean today = day >= 0 && panel.date(day).equals(date);
        double open = today ? panel.value(Field.OPEN, asset, day) : Double.NaN;
        return open > 0 ? open : latest(panel, asset, date.minusDays(1));
    }

    private static MarketPanel load(String account, String own, RateSource source) {
        List<String> pairs = List.of(own + account, account + own);
        try {
            return source.panels().load(new PanelQuery(source.snapshot(), Market.FX, pairs, source.to()));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NO_DATA) {
                throw e;
            }
            throw missing("no exchange rates are stored between " + own + " and " + account + "; import bars of " + own
                    + account + " or " + account + own + " into market FX");
        }
    }

    private static QuantException missing(String message) {
        return QuantException.withErrors(
                ErrorCode.UNPROCESSABLE, message, List.of(new FieldError("currency", message)));
    }

    /** Where rates are read. */
    public record RateSource(PanelSource panels, long snapshot, LocalDate to) {}
}
