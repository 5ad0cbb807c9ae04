package org.quantplatform.store.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.core.data.ImportStore.Judged;

/** What became of every row of an import; {@code received = stored + unchanged + revised + refused}. */
public record Accounts(
        long received,
        long stored,
        long unchanged,
        long revised,
        long flagged,
        long refused,
        long instruments,
        long actions,
        long fundamentals,
        Map<String, Long> reasons,
        List<Detail> details,
        boolean detailsTruncated) {

    static final int MAX_DETAILS = 1000;

    /** What the merge did with bars and items of the accounts together, and how many rows each table was given. */
    public record Merged(RowCounts rows, long instruments, long actions, long fundamentals) {}

    static Accounts of(Judged judged, Repeats repeats, Merged merged) {
        Map<String, Long> reasons = new TreeMap<>(judged.reasons());
        long flaggedNoMore = 0;
        for (Map.Entry<String, Long> flag : repeats.refusedFlags().entrySet()) {
            flaggedNoMore += flag.getValue();
            reasons.merge(flag.getKey(), -flag.getValue(), Long::sum);
        }
        if (repeats.refused() > 0) {
            reasons.merge(Repeats.REASON, repeats.refused(), Long::sum);
        }
        reasons.values().removeIf(count -> count <= 0);
        long flagged = judged.flagged() - flaggedNoMore;
        long refused = judged.refused() + repeats.refused();
        List<Detail> details = details(judged, repeats);
        return new Accounts(
                judged.received(),
                merged.rows().stored(),
                merged.rows().unchanged() + repeats.equal(),
                merged.rows().revised(),
                flagged,
                refused,
                merged.instruments(),
                merged.actions(),
                merged.fundamentals(),
                reasons,
                details,
                details.size() < flagged + refused);
    }

    private static List<Detail> details(Judged judged, Repeats repeats) {
        Set<String> refusedNow = new HashSet<>();
        repeats.details().forEach(detail -> refusedNow.add(place(detail)));
        List<Detail> all = new ArrayList<>(repeats.details());
        for (Detail detail : judged.details()) {
            if (detail.outcome().equals("refused") || !refusedNow.contains(place(detail))) {
                all.add(detail);
            }
        }
        all.sort(Comparator.comparingInt((Detail detail) -> judged.files().indexOf(detail.file()))
                .thenComparingLong(Detail::line));
        return List.copyOf(all.subList(0, Math.min(MAX_DETAILS, all.size())));
    }

    private static String place(Detail detail) {
        return detail.line() + " " + detail.ticker() + " " + detail.date() + " " + detail.file();
    }
}
