package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.quantplatform.model.Instrument;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/**
 * Asks an AKTools server. It runs what stands in the address as a program, so that only functions that are written here, and
 * digits, go into it. Where a table is empty some of its functions fail, which cannot be told from other trouble: this is told
 * as a refusal, never taken for nothing.
 */
final class AkTools implements Upstream {

    private static final Rows.Names BONUS = new Rows.Names("报告期", "除权除息日", "送转股份-送转总比例", "现金分红-现金分红比例", "方案进度");

    private final WebClient client;
    private final URI address;
    private final BooleanSupplier cancelled;

    AkTools(WebClient client, URI address, BooleanSupplier cancelled) {
        this.client = client;
        this.address = address;
        this.cancelled = cancelled;
    }

    private List<JsonNode> call(String function, Map<String, String> arguments) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new FetchCancelled();
        }
        WebAnswer answer =
                client.send(WebRequest.get(WebRequest.uri(address, "/api/public/" + function, arguments)), cancelled);
        JsonNode body = answer.json();
        if (!body.isArray()) {
            throw new UnreadableAnswer("AKTools answered " + function + " with something else than a list");
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : body) {
            if (!row.isObject()) {
                throw new UnreadableAnswer("AKTools answered " + function + " with a list of something else than rows");
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public List<Instrument> instruments() throws IOException {
        Map<String, Instrument> found = new LinkedHashMap<>();
        for (JsonNode row : call("stock_zh_a_spot_em", Map.of())) {
            SecurityId.of(row.path("代码").asText())
                    .ifPresent(share -> found.putIfAbsent(
                            share.ticker(),
                            Eastmoney.instrument(share, row.path("名称").asText())));
        }
        if (found.isEmpty()) {
            throw new UnreadableAnswer("AKTools' list of shares is empty");
        }
        return found.values().stream()
                .sorted((one, other) -> one.ticker().compareTo(other.ticker()))
                .toList();
    }

    @Override
    public Bars<LocalDate> bars(SecurityId share, Asked asked) throws IOException {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("symbol", share.ticker());
        arguments.put("period", "daily");
        arguments.put("start_date", DateTimeFormatter.BASIC_ISO_DATE.format(asked.from()));
        arguments.put("end_date", DateTimeFormatter.BASIC_ISO_DATE.format(asked.to()));
        arguments.put("adjust", "");
        Bars<LocalDate> bars = new Bars<>();
        for (JsonNode row : call("stock_zh_a_hist", arguments)) {
            String code = row.path("股票代码").asText(share.ticker());
            if (!code.equals(share.ticker())) {
                throw new UnreadableAnswer("AKTools was asked for " + share.ticker() + " and answered about " + code);
            }
            bars.add(row.path("日期").asText(), () -> bar(row, Cells.day(Cells.text(row, "日期"))));
        }
        return bars;
    }

    private static <T> Bar<T> bar(JsonNode row, T at) {
        return new Bar<>(
                at,
                Cells.number(row, "开盘"),
                Cells.number(row, "最高"),
                Cells.number(row, "最低"),
                Cells.number(row, "收盘"),
                Cells.number(row, "成交量"),
                Cells.number(row, "成交额"));
    }

    /** Of a share without any the function fails. */
    @Override
    public Bars<LocalDateTime> minutes(SecurityId share) throws IOException {
        Map<String, String> arguments = Map.of("symbol", share.ticker(), "period", "1", "adjust", "");
        Bars<LocalDateTime> bars = new Bars<>();
        for (JsonNode row : table("stock_zh_a_hist_min_em", arguments, "no minutes")) {
            bars.add(row.path("时间").asText(), () -> bar(row, Cells.startOfMinute(Cells.text(row, "时间"))));
        }
        return bars;
    }

    @Override
    public List<Distribution> distributions(SecurityId share, BiConsumer<String, String> refusals) throws IOException {
        List<JsonNode> rows =
                orRefusal("stock_fhps_detail_em", Map.of("symbol", share.ticker()), "no distributions", refusals);
        return Rows.distributions(share, rows, BONUS, refusals);
    }

    @Override
    public List<Report> reports(SecurityId share, BiConsumer<String, String> refusals) throws IOException {
        Map<String, String> arguments = Map.of("symbol", share.withExchange(), "indicator", "按报告期");
        return Rows.reports(
                orRefusal("stock_financial_analysis_indicator_em", arguments, "no accounts", refusals), refusals);
    }

    private List<JsonNode> orRefusal(
            String function, Map<String, String> arguments, String without, BiConsumer<String, String> refusals)
            throws IOException {
        try {
            return table(function, arguments, without);
        } catch (PerhapsNone e) {
            refusals.accept("", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private List<JsonNode> table(String function, Map<String, String> arguments, String without) throws IOException {
        try {
            return call(function, arguments);
        } catch (FetchCancelled | ProviderRefusal | UnreadableAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new PerhapsNone(without + ": AKTools failed, as it also does when there are none", e);
        }
    }
}
