package org.quantplatform.fakes.kis;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;
import org.quantplatform.fakes.Intraday.Minute;
import org.quantplatform.fakes.Reply;

/**
 * Bars of minutes as the provider writes them, the newest first: thirty of today, where hours to come are flat at the price of
 * the moment, a hundred and twenty of a past day within a year, the same of markets abroad within a month. Turnover is that of
 * the day so far; pages abroad end where a session starts, whether they are full or not.
 */
final class Minutes {

    private static final int ROWS_OF_TODAY = 30;
    private static final int ROWS = 120;
    private static final int KEPT_ABROAD = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Quotes quotes;
    private final Clock clock;
    private final Faults faults;

    Minutes(Quotes quotes, Clock clock, Faults faults) {
        this.quotes = quotes;
        this.clock = clock;
        this.faults = faults;
    }

    private LocalDateTime now(ZoneId zone) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(zone));
        return faults.strikes(Fault.CLOCK_SKEW) ? now.plusDays(1) : now;
    }

    Reply today(Call call) {
        LocalDateTime now = now(Country.KR.zone());
        LocalDateTime asked = at(now.toLocalDate(), Ask.value(call, "FID_INPUT_HOUR_1"));
        Optional<Company> company = quotes.korean(call);
        List<Minute> known = company.map(found -> until(found, now.toLocalDate(), now, asked, ROWS_OF_TODAY))
                .orElse(List.of());
        List<Minute> shown = new ArrayList<>();
        company.flatMap(found -> found.bar(now.toLocalDate()))
                .ifPresent(day -> shown.addAll(toCome(day, known, now, asked)));
        shown.addAll(known);
        return korean(call, company, shown.subList(0, Math.min(ROWS_OF_TODAY, shown.size())));
    }

    /** The provider does not say that an hour has not come yet. */
    private static List<Minute> toCome(Bar day, List<Minute> known, LocalDateTime now, LocalDateTime asked) {
        double price = known.isEmpty() ? day.open() : known.get(0).bar().close();
        List<Minute> flat = new ArrayList<>();
        LocalDateTime start = day.date().atTime(asked.toLocalTime().withSecond(0));
        for (; start.isAfter(now) && flat.size() < ROWS_OF_TODAY; start = start.minusMinutes(1)) {
            flat.add(new Minute(start, new Bar(day.date(), price, price, price, price, 0, price, 0)));
        }
        return flat;
    }

    Reply past(Call call) {
        LocalDateTime now = now(Country.KR.zone());
        LocalDate day = Ask.day(call, "FID_INPUT_DATE_1", now.toLocalDate());
        boolean before = Ask.value(call, "FID_PW_DATA_INCU_YN").equals("Y");
        LocalDate kept = now.toLocalDate().minusYears(1);
        LocalDate from = before ? kept : day;
        Optional<Company> company = quotes.korean(call);
        List<Minute> minutes = company.filter(found -> !day.isBefore(kept))
                .map(found -> until(found, from, now, at(day, Ask.value(call, "FID_INPUT_HOUR_1")), ROWS))
                .orElse(List.of());
        return korean(call, company, minutes);
    }

    private Reply korean(Call call, Optional<Company> company, List<Minute> minutes) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("prdy_vrss", "0");
        head.put("prdy_vrss_sign", "3");
        head.put("hts_kor_isnm", company.map(found -> "가상 " + found.name()).orElse(""));
        head.put("stck_prpr", company.isEmpty() ? "0" : "1");
        TreeMap<LocalDateTime, Double> turnover = turnover(company, minutes);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Minute minute : minutes) {
            Map<String, Object> row = new LinkedHashMap<>();
            Bar bar = minute.bar();
            row.put("stck_bsop_date", Charts.written(bar.date()));
            row.put("stck_cntg_hour", TIME.format(minute.start()));
            row.put("stck_prpr", Charts.won(bar.close()));
            row.put("stck_oprc", Charts.won(bar.open()));
            row.put("stck_hgpr", Charts.won(bar.high()));
            row.put("stck_lwpr", Charts.won(bar.low()));
            row.put("cntg_vol", String.valueOf(bar.volume()));
            row.put(
                    "acml_tr_pbmn",
                    Charts.won(turnover.floorEntry(minute.start()).getValue()));
            rows.add(row);
        }
        return quotes.page(call, Map.of("output1", head, "output2", quotes.spoilt(rows, "stck_prpr")));
    }

    /** Won of each day so far by minute; a minute that has not come yet adds nothing. */
    private static TreeMap<LocalDateTime, Double> turnover(Optional<Company> company, List<Minute> shown) {
        TreeMap<LocalDateTime, Double> turnover = new TreeMap<>();
        shown.stream().map(minute -> minute.bar().date()).distinct().forEach(day -> {
            double sum = 0;
            turnover.put(day.atStartOfDay(), sum);
            for (Minute minute : company.flatMap(found -> found.bar(day))
                    .map(bar -> Intraday.minutes(Country.KR, bar))
                    .orElse(List.of())) {
                sum += minute.bar().average() * minute.bar().volume();
                turnover.put(minute.start(), sum);
            }
        });
        return turnover;
    }

    /** Filled up with empty rows; the head says how many count. */
    Reply overseas(Call call) {
        Optional<Company> company = quotes.american(call);
        if (company.isEmpty()) {
            return Ask.done(Map.of("output1", Map.of("rsym", "", "zdiv", "", "nrec", ""), "output2", List.of()));
        }
        LocalDateTime now = now(Country.US.zone());
        String key = Ask.value(call, "KEYB");
        LocalDateTime last = Ask.value(call, "NEXT").equals("1") ? LocalDateTime.parse(key, MOMENT) : now;
        int most = Math.min(ROWS, Integer.parseInt(Ask.value(call, "NREC")));
        LocalDate kept = now.toLocalDate().minusDays(KEPT_ABROAD);
        List<Minute> before = until(company.get(), kept, now, last, most + 1);
        List<Minute> minutes = before.stream()
                .limit(most)
                .takeWhile(minute -> minute.start()
                        .toLocalDate()
                        .equals(before.get(0).start().toLocalDate()))
                .toList();
        List<Object> rows = new ArrayList<>(
                quotes.spoilt(minutes.stream().map(Minutes::american).toList(), "last"));
        while (rows.size() < most) {
            rows.add(Map.of());
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("rsym", "D" + Ask.value(call, "EXCD") + company.get().ticker());
        head.put("zdiv", "4");
        head.put("stim", "093000");
        head.put("etim", "160000");
        head.put("sktm", "223000");
        head.put("ektm", "050000");
        head.put("next", minutes.size() < before.size() ? "1" : "0");
        head.put("more", "0");
        head.put("nrec", String.valueOf(minutes.size()));
        return quotes.page(call, Map.of("output1", head, "output2", rows));
    }

    private static Map<String, Object> american(Minute minute) {
        LocalDateTime korean = minute.start()
                .atZone(Country.US.zone())
                .withZoneSameInstant(Country.KR.zone())
                .toLocalDateTime();
        Bar bar = minute.bar();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tymd", Charts.written(bar.date()));
        row.put("xymd", Charts.written(bar.date()));
        row.put("xhms", TIME.format(minute.start()));
        row.put("kymd", Charts.written(korean.toLocalDate()));
        row.put("khms", TIME.format(korean));
        row.put("open", Charts.decimal(bar.open()));
        row.put("high", Charts.decimal(bar.high()));
        row.put("low", Charts.decimal(bar.low()));
        row.put("last", Charts.decimal(bar.close()));
        row.put("evol", String.valueOf(bar.volume()));
        row.put("eamt", Charts.won(bar.average() * bar.volume()));
        return row;
    }

    /** Newest first; of minutes that have begun those up to {@code last}. */
    private static List<Minute> until(
            Company company, LocalDate from, LocalDateTime now, LocalDateTime last, int most) {
        Predicate<Minute> shown =
                minute -> !minute.start().isAfter(last) && !minute.start().isAfter(now);
        List<Bar> days = new ArrayList<>(company.bars(from, last.toLocalDate()));
        Collections.reverse(days);
        List<Minute> minutes = new ArrayList<>();
        for (Bar day : days) {
            List<Minute> of = new ArrayList<>(Intraday.minutes(company.country(), day));
            Collections.reverse(of);
            of.stream().filter(shown).limit(most - minutes.size()).forEach(minutes::add);
            if (minutes.size() == most) {
                break;
            }
        }
        return minutes;
    }

    private static LocalDateTime at(LocalDate day, String hour) {
        try {
            return day.atTime(LocalTime.parse(hour, TIME));
        } catch (DateTimeException e) {
            return day.atTime(LocalTime.MAX);
        }
    }
}
