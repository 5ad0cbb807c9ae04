package org.quantplatform.market.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.core.data.ImportStore.Judged;

/** Counts what happened to the rows of an import. */
final class Tally {

    private static final int MAX_DETAILS = 1000;
    private static final int MAX_TEXT = 64;

    private final List<String> files;
    private final Consumer<Place> watch;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final List<Placed> details = new ArrayList<>();
    private long received;
    private long refused;
    private long flagged;

    Tally(List<String> files) {
        this(files, place -> {});
    }

    /** @param refused is told the place of every row that is refused */
    Tally(List<String> files, Consumer<Place> refused) {
        this.files = files;
        this.watch = refused;
    }

    /** A row stands in a file, or -1 when there is none. */
    record Place(int file, long line, String ticker, String date) {}

    private record Placed(int file, Detail detail) {}

    long received() {
        return received;
    }

    void receive() {
        received++;
    }

    void refuse(Place place, String reason) {
        refused++;
        watch.accept(place);
        count(reason);
        keep(place, "refused", reason);
    }

    /** Every reason is counted; the row's detail names them all. */
    String flag(Place place, List<String> why) {
        flagged++;
        why.forEach(this::count);
        String joined = String.join(", ", why);
        keep(place, "flagged", joined);
        return joined;
    }

    Judged judged() {
        // Sorting is stable, so the rows of one line stay in the order of their columns.
        List<Detail> ordered = details.stream()
                .sorted(Comparator.comparingInt(Placed::file)
                        .thenComparingLong(p -> p.detail().line()))
                .map(Placed::detail)
                .toList();
        return new Judged(files, received, refused, flagged, Map.copyOf(reasons), ordered);
    }

    private void count(String reason) {
        reasons.merge(reason, 1L, Long::sum);
    }

    private void keep(Place place, String outcome, String reason) {
        if (details.size() < MAX_DETAILS) {
            String file = place.file() < 0 ? "" : files.get(place.file());
            details.add(new Placed(
                    place.file(),
                    new Detail(file, place.line(), shown(place.ticker()), shown(place.date()), outcome, reason)));
        }
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return printable.length() <= MAX_TEXT ? printable : printable.substring(0, MAX_TEXT);
    }
}
