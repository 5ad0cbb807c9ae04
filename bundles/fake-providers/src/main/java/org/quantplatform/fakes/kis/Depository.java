package org.quantplatform.fakes.kis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.TradingDays;
import org.quantplatform.fakes.World;

/** Answers about companies, their events, and days. */
final class Depository {

    private static final int EVENTS_PER_PAGE = 30;
    private static final int HOLIDAYS_PER_PAGE = 24;
    private static final int WEEK = 7;

    private interface Events {
        List<Map<String, Object>> of(Company company, LocalDate first, LocalDate last);
    }

    private final World korea;
    private final World america;
    private final Clock clock;
    private final Faults faults;
    private final Map<String, Integer> starts = new ConcurrentHashMap<>();

    Depository(World korea, World america, Clock clock, Faults faults) {
        this.korea = korea;
        this.america = america;
        this.clock = clock;
        this.faults = faults;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Country.KR.zone()));
    }

    Reply income(Call call) {
        boolean quarterly = Ask.value(call, "FID_DIV_CLS_CODE").equals("1");
        return korea.find(Ask.value(call, "FID_INPUT_ISCD"))
                .map(company -> Ask.done(Map.of("output", new Ledgers(today()).income(company, quarterly))))
                .orElseGet(Errors::noData);
    }

    Reply balance(Call call) {
        boolean quarterly = Ask.value(call, "FID_DIV_CLS_CODE").equals("1");
        return korea.find(Ask.value(call, "FID_INPUT_ISCD"))
                .map(company -> Ask.done(Map.of("output", new Ledgers(today()).balance(company, quarterly))))
                .orElseGet(Errors::noData);
    }

    Reply dividends(Call call) {
        return events(call, new Ledgers(today())::dividends);
    }

    Reply parValues(Call call) {
        return events(call, new Ledgers(today())::parValues);
    }

    /** The ninth company of each ten gave shares once. */
    Reply bonusIssues(Call call) {
        return events(call, (company, first, last) -> {
            LocalDate day = LocalDate.of(2021, 6, 1);
            boolean gave = company.number() % 10 == 9 && !day.isBefore(first) && !day.isAfter(last);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("record_date", "20210602");
            row.put("sht_cd", company.ticker());
            row.put("fix_rate", "20.00");
            row.put("odd_rec_price", "0");
            row.put("right_dt", "20210601");
            row.put("odd_pay_dt", "");
            row.put("list_date", "20210621");
            row.put("tot_issue_stk_qty", String.valueOf(company.shares()));
            row.put("issue_stk_qty", String.valueOf(company.shares() / 5));
            row.put("stk_kind", "보통");
            return gave ? List.of(row) : List.of();
        });
    }

    Reply nothing(Call call) {
        return events(call, (company, first, last) -> List.of());
    }

    /** Of one company or of all. The header tells that there is more; what it asks for then is the page after the last. */
    private Reply events(Call call, Events events) {
        String code = Ask.value(call, "SHT_CD");
        LocalDate first = Ask.day(call, "F_DT", LocalDate.MIN);
        LocalDate last = Ask.day(call, "T_DT", today());
        List<Map<String, Object>> rows = new ArrayList<>();
        korea.companies().stream()
                .filter(company -> code.isEmpty() || company.ticker().equals(code))
                .forEach(company -> rows.addAll(events.of(company, first, last)));
        String cursor = call.header("authorization").orElse("") + call.uri();
        boolean next = call.header("tr_cont").orElse("").equals("N");
        int start = next ? Math.min(starts.getOrDefault(cursor, 0), rows.size()) : 0;
        int end = Math.min(rows.size(), start + EVENTS_PER_PAGE);
        starts.put(cursor, faults.strikes(Fault.DUPLICATE_PAGES) ? start : end);
        return Ask.done(Map.of("output1", rows.subList(start, end))).with("tr_cont", end < rows.size() ? "M" : "D");
    }

    Reply holidays(Call call) {
        LocalDate start = Ask.day(call, "BASS_DT", today());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LocalDate day = start; day.isBefore(start.plusDays(HOLIDAYS_PER_PAGE)); day = day.plusDays(1)) {
            String open = TradingDays.of(Country.KR).isOpen(day) ? "Y" : "N";
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("bass_dt", Charts.written(day));
            row.put(
                    "wday_dvsn_cd",
                    String.format(Locale.ROOT, "%02d", day.getDayOfWeek().getValue() % WEEK + 1));
            row.put("bzdy_yn", open);
            row.put("tr_day_yn", open);
            row.put("opnd_yn", open);
            row.put("sttl_day_yn", open);
            rows.add(row);
        }
        return Ask.done(Map.of("output", rows, "ctx_area_fk", "", "ctx_area_nk", ""));
    }

    Reply symbols(String file) {
        byte[] zip =
                switch (file) {
                    case "kospi_code.mst.zip" ->
                        SymbolFiles.korean("kospi_code.mst", listed(korea, Country.KR, "XKRX"), true);
                    case "kosdaq_code.mst.zip" ->
                        SymbolFiles.korean("kosdaq_code.mst", listed(korea, Country.KR, "XKOS"), false);
                    case "nysmst.cod.zip" ->
                        SymbolFiles.foreign("NYSMST.COD", "NYS", listed(america, Country.US, "XNYS"));
                    case "nasmst.cod.zip" ->
                        SymbolFiles.foreign("NASMST.COD", "NAS", listed(america, Country.US, "XNAS"));
                    case "amsmst.cod.zip" -> SymbolFiles.foreign("AMSMST.COD", "AMS", List.of());
                    default -> new byte[0];
                };
        return zip.length == 0 ? Reply.html(404, "<html>Not Found</html>") : Reply.bytes(200, "application/zip", zip);
    }

    private List<Company> listed(World world, Country country, String exchange) {
        LocalDate today = LocalDate.now(clock.withZone(country.zone()));
        return world.companies().stream()
                .filter(company -> company.exchange().equals(exchange) && company.listedOn(today))
                .toList();
    }
}
