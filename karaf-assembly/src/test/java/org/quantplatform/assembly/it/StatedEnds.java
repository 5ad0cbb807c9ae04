package org.quantplatform.assembly.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.quantplatform.assembly.contract.ApiDocument;
import org.quantplatform.assembly.contract.Edges;
import org.quantplatform.assembly.contract.Edges.Attempt;

/** Asks a server whether it refuses and takes what its document says of the ends of numbers, texts and lists. */
final class StatedEnds {

    /** Has no last day, so that nothing begins whatever else is right. */
    private static final String BACKTEST =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "constraints": {},
                          "combination": {"method": "equal", "window": 2520}},
             "universe": {"market": "US"}, "start_date": "2020-01-02", "execution": {}, "dividends": {},
             "costs": {"slippage": {"model": "volume_share"}}, "financing": {"initial_margin": 1}}""";

    /** Sends a request as somebody who may do everything. */
    @FunctionalInterface
    interface Caller {

        HttpResponse<String> send(String method, String path, String body) throws Exception;
    }

    private final ApiDocument api;
    private final Caller caller;
    private final TreeSet<String> tried = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    StatedEnds(ApiDocument api, Caller caller) {
        this.api = api;
        this.caller = caller;
    }

    /** Members that were tried, as {@code Schema.member}. */
    TreeSet<String> tried() {
        return tried;
    }

    /** Where the server takes what is beyond an end, or refuses what is not. */
    List<String> faults() {
        return faults;
    }

    /**
     * What is sent.
     *
     * @param body which is refused for another member, where being taken would leave something behind
     * @param below members that are tried: those of which the name begins so
     */
    private record Case(String operation, String path, String body, String below) {

        Case(String operation, String path, String body) {
            this(operation, path, body, "");
        }
    }

    private static List<Case> cases(String run) {
        String search = "{\"backtest\": " + BACKTEST + ", \"kind\": ";
        return List.of(
                new Case("submitBacktest", "/backtest", BACKTEST),
                new Case("submitSearch", "/searches", search + "\"random\", \"space\": {\"parameters.top\": [5]}}"),
                new Case(
                        "submitSearch",
                        "/searches",
                        search
                                + "\"walk_forward\", \"walk_forward\": {\"train\": {}, \"test\": {}, \"acceptance\": {}}}",
                        "walk_forward."),
                new Case("submitSearch", "/searches", search + "\"cost_sensitivity\"}", "cost_multiples"),
                new Case(
                        "analyzeFactors",
                        "/factors/analyze",
                        """
                        {"factors": [{"factor": "momentum"}], "universe": {}, "start_date": "2020-01-02",
                         "combination": {"method": "equal", "window": 2520}}"""),
                new Case(
                        "createStrategy",
                        "/strategies",
                        """
                        {"name": "Bounds", "plugin": "none", "factors": [{"factor": "momentum", "weight": 1}],
                         "constraints": {}, "universe": {}, "combination": {"method": "equal", "window": 2520}}"""),
                new Case("createExpression", "/factors/expressions", "{\"name\": \"bounds\", \"expression\": \"\"}"),
                new Case("shareBacktest", "/backtest/" + run + "/share", "{}"),
                new Case("updateData", "/data/update", "{\"market\": \"US\", \"sources\": [\"none\"]}"),
                new Case(
                        "addSchedule",
                        "/data/schedules",
                        "{\"update\": {\"market\": \"US\", \"sources\": [\"yfinance\"]}, \"time_zone\": \"Mars\"}",
                        "after_close_minutes"),
                new Case("checkData", "/data/check", "{\"market\": \"US\", \"compare\": {\"sources\": [\"none\"]}}"),
                new Case("createApiKey", "/auth/api-keys", "{\"name\": \"\", \"expires_in_days\": 0}"),
                new Case("setSecret", "/admin/secrets/ends", "{}"),
                new Case("createUser", "/admin/users", "{\"username\": \"a\", \"email\": \"nowhere\"}"));
    }

    /** @param run id of a backtest that has been completed */
    void tryAll(String run) throws Exception {
        Edges edges = new Edges(api);
        for (Case one : cases(run)) {
            ApiDocument.Operation operation = api.operations().stream()
                    .filter(each -> each.id().equals(one.operation()))
                    .findFirst()
                    .orElseThrow();
            JsonNode schema = operation.bodies().get("application/json");
            for (Attempt attempt : edges.of(schema, Documents.parse(one.body()))) {
                if (attempt.field().startsWith(one.below())) {
                    attempt(operation, one, attempt);
                }
            }
        }
    }

    private void attempt(ApiDocument.Operation operation, Case one, Attempt attempt) throws Exception {
        tried.add(attempt.member());
        HttpResponse<String> answer =
                caller.send(operation.method(), one.path(), attempt.body().toString());
        if (isNamed(answer, attempt.field()) == attempt.within()) {
            faults.add("%s: %s\n   <- %d %s".formatted(one.operation(), attempt, answer.statusCode(), answer.body()));
        }
    }

    private static boolean isNamed(HttpResponse<String> answer, String field) throws Exception {
        return answer.statusCode() == 400
                && Documents.parse(answer.body())
                        .path("errors")
                        .findValuesAsText("field")
                        .contains(field);
    }
}
