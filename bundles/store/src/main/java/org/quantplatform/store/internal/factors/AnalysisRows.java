package org.quantplatform.store.internal.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.sql.Columns;

/** Rows of analyses together with those of their jobs. */
final class AnalysisRows {

    private AnalysisRows() {}

    /** What is stored of a result beside its parts. */
    record Head(String dataDigest, List<FactorFigures> subjects, List<String> warnings) {

        static final Head NONE = new Head("", List.of(), List.of());
    }

    /** Columns of the job, with {@code wanted} and {@code result} of the analysis. */
    static FactorAnalysis analysis(ResultSet row) throws SQLException {
        String id = row.getString("id");
        NewAnalysis wanted = QuantJson.read(row.getString("wanted"), NewAnalysis.class);
        String stored = row.getString("result");
        Head head = stored == null ? Head.NONE : QuantJson.read(stored, Head.class);
        FactorFigures lead = lead(head);
        return new FactorAnalysis(
                id,
                JobRows.status(row),
                row.getInt("progress"),
                wanted.request(),
                wanted.factors(),
                Long.toString(wanted.snapshot()),
                stored == null ? null : head.dataDigest(),
                lead == null ? Map.of() : lead.ic(),
                lead == null ? Map.of() : lead.quantileReturns(),
                lead == null ? Map.of() : lead.spread(),
                lead == null ? Map.of() : lead.turnover(),
                lead == null ? Map.of() : lead.rankAutocorrelation(),
                head.subjects(),
                head.warnings(),
                row.getString("error"),
                links(id),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    /** The combination, which is last and has no factor, or else the first. */
    private static @Nullable FactorFigures lead(Head head) {
        if (head.subjects().isEmpty()) {
            return null;
        }
        FactorFigures last = head.subjects().get(head.subjects().size() - 1);
        return last.factor() == null ? last : head.subjects().get(0);
    }

    private static Map<String, String> links(String id) {
        String self = "/api/v1/factors/analyses/" + id;
        Map<String, String> links = new LinkedHashMap<>(Map.of("self", self));
        for (String part : List.of("ic", "quantiles", "turnover", "returns", "sectors", "decay", "correlation")) {
            links.put(part, self + "/" + part);
        }
        return links;
    }
}
