package org.quantplatform.fakes.yfinance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;

/** What stands around a chart's rows: facts about the share, and its events. */
final class Meta {

    private Meta() {}

    static Map<String, Object> of(String symbol, Company company, String interval, Instant now, Call call) {
        Country country = company.country();
        ZonedDateTime time = now.atZone(country.zone());
        LocalDate today = time.toLocalDate();
        List<Bar> bars = company.bars(LocalDate.MIN, today);
        Bar last = bars.get(bars.size() - 1);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("currency", country.currency());
        meta.put("symbol", symbol);
        meta.put("exchangeName", Symbols.exchange(company));
        meta.put("fullExchangeName", company.exchange());
        meta.put("instrumentType", "EQUITY");
        meta.put("firstTradeDate", Charts.stamp(company, company.first()));
        meta.put(
                "regularMarketTime",
                last.date().atTime(country.closes()).atZone(country.zone()).toEpochSecond());
        meta.put("hasPrePostMarketData", country == Country.US);
        meta.put("gmtoffset", time.getOffset().getTotalSeconds());
        meta.put("timezone", country.zone().getDisplayName(TextStyle.SHORT, Locale.ROOT));
        meta.put("exchangeTimezoneName", country.zone().getId());
        meta.put("regularMarketPrice", Charts.noisy(last.close()));
        meta.put("regularMarketDayHigh", Charts.noisy(last.high()));
        meta.put("regularMarketDayLow", Charts.noisy(last.low()));
        meta.put("regularMarketVolume", last.volume());
        meta.put("longName", company.name());
        meta.put("shortName", company.name());
        meta.put("chartPreviousClose", Charts.noisy(last.open()));
        meta.put("priceHint", 2);
        meta.put(
                "currentTradingPeriod",
                Map.of(
                        "pre",
                        period(company, last, -330, 0),
                        "regular",
                        period(company, last, 0, 0),
                        "post",
                        period(company, last, 0, 240)));
        if (interval.endsWith("m") || interval.endsWith("h")) {
            meta.put("previousClose", Charts.noisy(last.open()));
            meta.put("scale", 3);
            meta.put("tradingPeriods", List.of(List.of(period(company, last, 0, 0))));
        }
        meta.put("dataGranularity", interval);
        meta.put("range", call.parameter("range").orElse(""));
        meta.put("validRanges", List.of("1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"));
        return meta;
    }

    private static Map<String, Object> period(Company company, Bar day, int before, int after) {
        Country country = company.country();
        ZonedDateTime opens = day.date().atTime(country.opens()).atZone(country.zone());
        ZonedDateTime closes = day.date().atTime(country.closes()).atZone(country.zone());
        ZonedDateTime start = before < 0 ? opens.plusMinutes(before) : after > 0 ? closes : opens;
        ZonedDateTime end = before < 0 ? opens : closes.plusMinutes(after);
        return Map.of(
                "timezone", country.zone().getDisplayName(TextStyle.SHORT, Locale.ROOT),
                "start", start.toEpochSecond(),
                "end", end.toEpochSecond(),
                "gmtoffset", start.getOffset().getTotalSeconds());
    }

    /** Keyed by their stamps as texts; dividends in the shares of today. */
    static Map<String, Object> events(Company company, long from, long to, LocalDate today) {
        Map<String, Object> dividends = new LinkedHashMap<>();
        for (Company.Dividend dividend : company.dividends()) {
            long stamp = Charts.stamp(company, dividend.exDate());
            if (stamp >= from
                    && stamp < to
                    && !dividend.exDate().isAfter(today)
                    && !dividend.declared().isAfter(today)
                    && company.listedOn(dividend.exDate())) {
                double amount = dividend.amount() * company.splitFactor(dividend.exDate(), today);
                dividends.put(String.valueOf(stamp), Map.of("amount", Math.rint(amount * 1e6) / 1e6, "date", stamp));
            }
        }
        Map<String, Object> splits = new LinkedHashMap<>();
        for (Company.Split split : company.splits()) {
            long stamp = Charts.stamp(company, split.date());
            if (stamp >= from && stamp < to && !split.date().isAfter(today)) {
                splits.put(
                        String.valueOf(stamp),
                        Map.of(
                                "date",
                                stamp,
                                "numerator",
                                (double) split.to(),
                                "denominator",
                                (double) split.from(),
                                "splitRatio",
                                split.to() + ":" + split.from()));
            }
        }
        Map<String, Object> events = new LinkedHashMap<>();
        if (!dividends.isEmpty()) {
            events.put("dividends", dividends);
        }
        if (!splits.isEmpty()) {
            events.put("splits", splits);
        }
        return events;
    }
}
