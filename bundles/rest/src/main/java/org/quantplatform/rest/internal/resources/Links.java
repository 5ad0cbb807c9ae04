package org.quantplatform.rest.internal.resources;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.rest.internal.http.Call;

/** Where things are found. */
final class Links {

    private static final String BASE = "/api/v1/";

    private Links() {}

    /** A path without host, as it stands in documents. */
    static String path(String route) {
        return BASE + route;
    }

    /** An address that holds for the caller, for {@code Location}. */
    static String api(Call call, String route) {
        StringBuffer url = call.request().getRequestURL();
        int start = url.indexOf(BASE);
        return (start < 0 ? BASE : url.substring(0, start) + BASE) + route;
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The run with every link that the service has left out. */
    static Backtest complete(Backtest run) {
        String self = path("backtest/" + segment(run.backtestId()));
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("events", "/ws/backtest?id=" + segment(run.backtestId()));
        links.putAll(run.links());
        boolean results = run.fullResultsUrl() == null && run.summary() != null;
        return new Backtest(
                run.backtestId(),
                run.status(),
                run.progress(),
                run.strategyId(),
                run.strategyName(),
                run.startDate(),
                run.endDate(),
                run.initialCapital(),
                run.currency(),
                run.summary(),
                results ? self + "/results" : run.fullResultsUrl(),
                run.manifest(),
                run.warnings(),
                run.error(),
                links,
                run.createdAt(),
                run.startedAt(),
                run.finishedAt());
    }
}
