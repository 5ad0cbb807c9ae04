package org.quantplatform.fakes.kis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;

/** Answers about prices. */
final class Quotes {

    private static final Set<String> DIVISIONS = Set.of("J", "NX", "UN");
    private static final int LONGEST_CODE = 12;

    private final World korea;
    private final World america;
    private final Clock clock;
    private final boolean afterMarket;
    private final Faults faults;
    private final Map<String, Reply> lastPages = new ConcurrentHashMap<>();

    Quotes(World korea, World america, Clock clock, boolean afterMarket, Faults faults) {
        this.korea = korea;
        this.america = america;
        this.clock = clock;
        this.afterMarket = afterMarket;
        this.faults = faults;
    }

    private LocalDate today() {
        LocalDate today = LocalDate.now(clock.withZone(Country.KR.zone()));
        return faults.strikes(Fault.CLOCK_SKEW) ? today.plusDays(1) : today;
    }

    Optional<Company> korean(Call call) {
        return korea.find(Ask.value(call, "FID_INPUT_ISCD"));
    }

    /** Here 0 asks for adjusted prices. */
    Reply chart(Call call) {
        if (!DIVISIONS.contains(Ask.value(call, "FID_COND_MRKT_DIV_CODE"))) {
            return Errors.unknownMarket();
        }
        String code = Ask.value(call, "FID_INPUT_ISCD");
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            return Errors.wrongLength("FID_INPUT_ISCD");
        }
        Charts charts = new Charts(today(), afterMarket);
        Optional<Company> company = korean(call);
        if (company.isEmpty()) {
            return Ask.done(Map.of("output1", Map.of("stck_prpr", "0", "hts_kor_isnm", ""), "output2", List.of()));
        }
        List<Map<String, Object>> rows = charts.domestic(
                company.get(),
                Ask.day(call, "FID_INPUT_DATE_1", LocalDate.MIN),
                Ask.day(call, "FID_INPUT_DATE_2", today()),
                Ask.value(call, "FID_ORG_ADJ_PRC").equals("0"));
        Map<String, Object> head = new LinkedHashMap<>();
        charts.latest(company.get()).ifPresent(bar -> head.putAll(quote(company.get(), bar, charts)));
        return page(call, Map.of("output1", head, "output2", spoilt(rows, "stck_clpr")));
    }

    /** Filled up with empty rows to a hundred; the head says how many count. Here 1 asks for adjusted prices. */
    Reply overseasChart(Call call) {
        String venue = Ask.value(call, "EXCD");
        Optional<Company> company = american(call);
        if (company.isEmpty()) {
            return Ask.done(Map.of("output1", Map.of("rsym", "", "zdiv", "", "nrec", ""), "output2", List.of()));
        }
        LocalDate today = LocalDate.now(clock.withZone(Country.US.zone()));
        List<Map<String, Object>> rows = new Charts(today, false)
                .overseas(
                        company.get(),
                        Ask.day(call, "BYMD", today),
                        Ask.value(call, "MODP").equals("1"));
        List<Object> padded = new ArrayList<>(spoilt(rows, "clos"));
        while (padded.size() < Charts.ROWS) {
            padded.add(Map.of());
        }
        Map<String, Object> head =
                Map.of("rsym", "D" + venue + company.get().ticker(), "zdiv", "4", "nrec", String.valueOf(rows.size()));
        return page(call, Map.of("output1", head, "output2", padded));
    }

    Optional<Company> american(Call call) {
        String exchange =
                switch (Ask.value(call, "EXCD")) {
                    case "NYS" -> "XNYS";
                    case "NAS" -> "XNAS";
                    default -> "";
                };
        return america.find(Ask.value(call, "SYMB"))
                .filter(company -> company.exchange().equals(exchange));
    }

    Reply price(Call call) {
        Charts charts = new Charts(today(), afterMarket);
        Map<String, Object> output = new LinkedHashMap<>(Map.of("stck_prpr", "0"));
        korean(call).ifPresent(company -> charts.latest(company)
                .ifPresent(bar -> output.putAll(quote(company, bar, charts))));
        return Ask.done(Map.of("output", output));
    }

    private static Map<String, Object> quote(Company company, Bar bar, Charts charts) {
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("hts_kor_isnm", "가상 " + company.name());
        quote.put("stck_shrn_iscd", company.ticker());
        quote.put("stck_prpr", Charts.won(charts.closeOf(bar)));
        quote.put("prdy_vrss", "0");
        quote.put("prdy_vrss_sign", "3");
        quote.put("prdy_ctrt", "0.00");
        quote.put("stck_prdy_clpr", Charts.won(bar.open()));
        quote.put("stck_oprc", Charts.won(bar.open()));
        quote.put("stck_hgpr", Charts.won(bar.high()));
        quote.put("stck_lwpr", Charts.won(bar.low()));
        quote.put("acml_vol", String.valueOf(bar.volume()));
        quote.put("acml_tr_pbmn", Charts.won(bar.average() * bar.volume()));
        quote.put("lstn_stcn", String.valueOf(company.shares()));
        quote.put("hts_avls", Charts.won(bar.close() * company.shares() / 1e8));
        quote.put("stck_fcam", "5000");
        return quote;
    }

    Reply overseasPrice(Call call) {
        Charts charts = new Charts(LocalDate.now(clock.withZone(Country.US.zone())), false);
        Map<String, Object> output = new LinkedHashMap<>();
        american(call).flatMap(charts::latest).ifPresent(bar -> {
            output.put("rsym", "D" + Ask.value(call, "EXCD") + Ask.value(call, "SYMB"));
            output.put("zdiv", "4");
            output.put("base", Charts.decimal(bar.open()));
            output.put("last", Charts.decimal(bar.close()));
            output.put("sign", "3");
            output.put("tvol", String.valueOf(bar.volume()));
        });
        return Ask.done(Map.of("output", output));
    }

    /** What a code is; of an unknown one there is no data. */
    Reply product(Call call) {
        String type = Ask.value(call, "PRDT_TYPE_CD");
        String code = Ask.value(call, "PDNO");
        Optional<Company> company =
                switch (type) {
                    case "300" -> korea.find(code);
                    case "512" ->
                        america.find(code).filter(found -> found.exchange().equals("XNAS"));
                    case "513" ->
                        america.find(code).filter(found -> found.exchange().equals("XNYS"));
                    default -> Optional.empty();
                };
        if (company.isEmpty()) {
            return Errors.noData();
        }
        String name = "가상 " + company.get().name();
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("pdno", "00000A" + company.get().ticker());
        output.put("prdt_type_cd", type);
        output.put("prdt_name", name);
        output.put("prdt_name120", name);
        output.put("prdt_abrv_name", name);
        output.put("prdt_eng_name", company.get().name());
        output.put("prdt_eng_name120", company.get().name());
        output.put("prdt_eng_abrv_name", company.get().name());
        output.put("std_pdno", "KR7" + company.get().ticker() + "003");
        output.put("shtn_pdno", company.get().ticker());
        output.put("prdt_sale_stat_cd", "");
        output.put("prdt_risk_grad_cd", "");
        output.put("prdt_clsf_cd", "101101");
        output.put("prdt_clsf_name", "주식");
        output.put("sale_strt_dt", "");
        output.put("sale_end_dt", "");
        output.put("wrap_asst_type_cd", "06");
        output.put("ivst_prdt_type_cd", "0101");
        output.put("ivst_prdt_type_cd_name", "주식");
        output.put("frst_erlm_dt", "");
        return Ask.done(Map.of("output", output));
    }

    /** Row by row. */
    List<Map<String, Object>> spoilt(List<Map<String, Object>> rows, String close) {
        List<Map<String, Object>> spoilt = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            if (faults.strikes(Fault.NULL_ROWS)) {
                spoilt.add(Map.of());
            } else {
                spoilt.add(faults.strikes(Fault.WRONG_TYPES) ? mistyped(row, close) : row);
            }
        }
        return spoilt;
    }

    /** Numbers as numbers, which can be read, and the close as a list, which cannot. */
    private static Map<String, Object> mistyped(Map<String, Object> row, String close) {
        Map<String, Object> mistyped = new LinkedHashMap<>(row);
        mistyped.replaceAll((name, value) ->
                value.toString().matches("-?\\d+(\\.\\d+)?") ? Double.valueOf(value.toString()) : value);
        mistyped.put("stck_bsop_date", row.getOrDefault("stck_bsop_date", ""));
        mistyped.put("xymd", row.getOrDefault("xymd", ""));
        List.of("stck_cntg_hour", "xhms")
                .forEach(time -> mistyped.computeIfPresent(time, (name, value) -> row.get(name)));
        mistyped.put(close, List.of("?"));
        return mistyped;
    }

    Reply page(Call call, Map<String, Object> output) {
        String what = call.header("tr_id").orElse("") + Ask.value(call, "FID_INPUT_ISCD") + Ask.value(call, "SYMB");
        Reply before = lastPages.get(what);
        if (before != null && faults.strikes(Fault.DUPLICATE_PAGES)) {
            return before;
        }
        Reply reply = Ask.done(output);
        lastPages.put(what, reply);
        return reply;
    }
}
