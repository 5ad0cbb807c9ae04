package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Turns rows of tables into what they tell. */
final class Rows {

    /** What a table calls the parts of a distribution; {@code period} is the end of the one whose profit is given away. */
    record Names(String period, String exDate, String shares, String cash, String progress) {}

    private Rows() {}

    /**
     * One for each ex-date, which all of its rows make up together. A row is the same as another when period, day and amounts
     * are: the table has a line for each period, and what else stands there may be written anew.
     */
    static List<Distribution> distributions(
            SecurityId share, List<JsonNode> rows, Names names, BiConsumer<String, String> refusals) {
        Map<LocalDate, Distribution> distributions = new TreeMap<>();
        Set<List<Object>> known = new HashSet<>();
        for (JsonNode row : rows) {
            try {
                LocalDate exDate = Cells.dayOrNull(row, names.exDate());
                if (exDate != null && Cells.text(row, names.progress()).contains(Distribution.DONE)) {
                    Distribution one = new Distribution(
                            share.ticker(), exDate, Cells.number(row, names.shares()), Cells.number(row, names.cash()));
                    if (known.add(List.of(Cells.text(row, names.period()), one))) {
                        distributions.merge(exDate, one, Distribution::and);
                    }
                }
            } catch (IllegalArgumentException e) {
                refusals.accept(row.path(names.exDate()).asText(), String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(distributions.values());
    }

    static List<Report> reports(List<JsonNode> rows, BiConsumer<String, String> refusals) {
        List<Report> reports = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                Report report = Report.read(row);
                if (report != null) {
                    reports.add(report);
                }
            } catch (IllegalArgumentException e) {
                refusals.accept(row.path("REPORT_DATE").asText(), String.valueOf(e.getMessage()));
            }
        }
        return reports;
    }
}
