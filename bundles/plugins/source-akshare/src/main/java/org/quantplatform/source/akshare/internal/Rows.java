package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** Turns rows of tables into what they tell. */
final class Rows {

    /** What a table calls the parts of a distribution. */
    record Names(String exDate, String shares, String cash, String progress) {}

    private Rows() {}

    static List<Distribution> distributions(
            SecurityId share, List<JsonNode> rows, Names names, BiConsumer<String, String> refusals) {
        List<Distribution> distributions = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                LocalDate exDate = Cells.dayOrNull(row, names.exDate());
                if (exDate != null && Cells.text(row, names.progress()).contains(Distribution.DONE)) {
                    distributions.add(new Distribution(
                            share.ticker(),
                            exDate,
                            Cells.number(row, names.shares()),
                            Cells.number(row, names.cash())));
                }
            } catch (IllegalArgumentException e) {
                refusals.accept(row.path(names.exDate()).asText(), String.valueOf(e.getMessage()));
            }
        }
        distributions.sort(Comparator.comparing(Distribution::exDate));
        return distributions.stream().distinct().toList();
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
