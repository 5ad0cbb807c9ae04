package org.quantplatform.fakes.akshare;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Intraday;

/** Minutes of the last sessions, five at most, by their end, as text with the columns that were asked for. */
final class Trends {

    private static final int MOST_DAYS = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Histories histories;
    private final Faults faults;

    Trends(Histories histories, Faults faults) {
        this.histories = histories;
        this.faults = faults;
    }

    Map<String, Object> answer(Call call) {
        String columns = call.parameter("fields2").orElse("");
        String days = call.parameter("ndays").orElse("1");
        if (columns.isEmpty() || !days.matches("[1-5]")) {
            return EastmoneyProvider.envelope(100, null);
        }
        Optional<Company> company = histories.asked(call);
        return EastmoneyProvider.envelope(
                0,
                company.map(found -> data(found, Integer.parseInt(days), columns.split(",")))
                        .orElse(null));
    }

    private Map<String, Object> data(Company company, int days, String[] columns) {
        List<String> lines = new ArrayList<>();
        minutes(company, days).forEach((end, bar) -> lines.add(line(end, bar, columns)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", company.ticker());
        data.put("market", Histories.market(company));
        data.put("type", 2);
        data.put("name", company.name());
        data.put("decimal", 2);
        data.put("preClose", histories.previousClose(company));
        data.put("trendsTotal", 241);
        if (!lines.isEmpty() && faults.strikes(Fault.DUPLICATE_PAGES)) {
            lines.addAll(List.copyOf(lines));
        }
        data.put("trends", lines);
        return data;
    }

    private TreeMap<LocalDateTime, Bar> minutes(Company company, int days) {
        List<Bar> bars = company.bars(histories.today().minusDays(20), histories.today());
        TreeMap<LocalDateTime, Bar> minutes = new TreeMap<>();
        for (Bar day : bars.subList(Math.max(0, bars.size() - Math.min(MOST_DAYS, days)), bars.size())) {
            Intraday.minutes(Country.CN, day).stream()
                    .filter(minute -> !minute.start().isAfter(histories.now()))
                    .forEach(minute -> minutes.put(minute.start().plusMinutes(1), minute.bar()));
        }
        return minutes;
    }

    /** The table that AKShare makes of them, its times as text; none without any minute. */
    List<Map<String, Object>> table(Company company, String from, String to) {
        List<Map<String, Object>> rows = new ArrayList<>();
        minutes(company, MOST_DAYS).forEach((end, bar) -> {
            String time = TIME.format(end) + ":00";
            if (time.compareTo(from) >= 0 && time.compareTo(to) <= 0) {
                rows.add(row(time, bar));
            }
        });
        if (!rows.isEmpty() && faults.strikes(Fault.DUPLICATE_PAGES)) {
            rows.addAll(List.copyOf(rows));
        }
        return rows;
    }

    private Map<String, Object> row(String time, Bar bar) {
        boolean empty = faults.strikes(Fault.NULL_ROWS);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("时间", time);
        row.put("开盘", empty ? null : bar.open());
        row.put("收盘", empty ? null : bar.close());
        row.put("最高", empty ? null : bar.high());
        row.put("最低", empty ? null : bar.low());
        row.put("成交量", empty ? null : bar.volume() / Histories.LOT);
        row.put("成交额", empty ? null : bar.average() * bar.volume());
        row.put("均价", empty ? null : bar.average());
        if (faults.strikes(Fault.WRONG_TYPES)) {
            row.put("收盘", true);
        }
        return row;
    }

    private String line(LocalDateTime end, Bar bar, String[] columns) {
        boolean empty = faults.strikes(Fault.NULL_ROWS);
        boolean wrong = faults.strikes(Fault.WRONG_TYPES);
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String cell = cell(end, bar, column);
            if (!cell.isEmpty()) {
                boolean spoilt = empty && !column.equals("f51");
                cells.add(spoilt ? "-" : wrong && column.equals("f53") ? "true" : cell);
            }
        }
        return String.join(",", cells);
    }

    /** Empty for a column that does not exist. */
    private static String cell(LocalDateTime end, Bar bar, String column) {
        return switch (column) {
            case "f51" -> TIME.format(end);
            case "f52" -> EastmoneyProvider.decimal(bar.open());
            case "f53" -> EastmoneyProvider.decimal(bar.close());
            case "f54" -> EastmoneyProvider.decimal(bar.high());
            case "f55" -> EastmoneyProvider.decimal(bar.low());
            case "f56" -> String.valueOf(bar.volume() / Histories.LOT);
            case "f57" -> EastmoneyProvider.decimal(bar.average() * bar.volume());
            case "f58" -> EastmoneyProvider.decimal(bar.average());
            default -> "";
        };
    }
}
