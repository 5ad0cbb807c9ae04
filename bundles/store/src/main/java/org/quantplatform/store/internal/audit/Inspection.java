package org.quantplatform.store.internal.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.api.audit.AuditVerification.Broken;

/** Reads the log from its beginning and finds the first record that is not as it was written. */
final class Inspection {

    private static final int AT_ONCE = 5000;

    private final AuditTable table;
    private final Map<Long, byte[]> anchors = new HashMap<>();
    private final Map<Long, String> pruned = new HashMap<>();
    private AuditTable.@Nullable Row first;
    private Link last = Link.BEGINNING;
    private long records;

    /** @param anchors places whose hash is known from elsewhere */
    Inspection(AuditTable table, List<Link> anchors) {
        this.table = table;
        anchors.forEach(anchor -> this.anchors.putIfAbsent(anchor.id(), anchor.hash()));
    }

    AuditVerification run() {
        for (List<AuditTable.Row> rows = table.after(0, AT_ONCE);
                !rows.isEmpty();
                rows = table.after(last.id(), AT_ONCE)) {
            for (AuditTable.Row row : rows) {
                String trouble = first == null ? begin(row) : follow(row);
                if (trouble == null) {
                    trouble = content(row);
                }
                if (trouble != null) {
                    return result(new Broken(row.id(), trouble));
                }
                last = new Link(row.id(), row.hash());
                records++;
            }
        }
        return result(ends());
    }

    private @Nullable String begin(AuditTable.Row row) {
        first = row;
        if (row.id() == 1 && !Arrays.equals(row.previous(), Chain.beginning())) {
            return "is not the beginning of the log";
        }
        return null;
    }

    private @Nullable String follow(AuditTable.Row row) {
        if (row.id() != last.id() + 1) {
            return row.id() == last.id() + 2
                    ? "record " + (last.id() + 1) + " before it is missing"
                    : "records " + (last.id() + 1) + " to " + (row.id() - 1) + " before it are missing";
        }
        return Arrays.equals(row.previous(), last.hash()) ? null : "does not follow the record before it";
    }

    private @Nullable String content(AuditTable.Row row) {
        if (!Arrays.equals(row.hash(), Chain.hash(row.previous(), row.id(), row.deed()))) {
            return "was changed";
        }
        byte[] known = anchors.remove(row.id());
        if (known != null && !Arrays.equals(known, row.hash())) {
            return "is not the record that was written at this place";
        }
        String resource = row.deed().resource();
        if (row.deed().action().equals(AuditTable.PRUNE) && resource != null && resource.matches("[0-9]{1,18} .*")) {
            String[] parts = resource.split(" ", 2);
            pruned.put(Long.valueOf(parts[0]), parts[1]);
        }
        return null;
    }

    /** What can be told only when all has been read. */
    private @Nullable Broken ends() {
        long start = first == null ? 1 : first.id();
        if (start > 1 && first != null) {
            String hash = HexFormat.of().formatHex(first.previous());
            if (!hash.equals(pruned.get(start - 1))) {
                return new Broken(start, "the records before it are missing, and none says that they were pruned");
            }
        }
        return anchors.keySet().stream()
                .filter(id -> id > last.id())
                .min(Long::compare)
                .map(id -> new Broken(id, "is missing at the end of the log"))
                .orElse(null);
    }

    private AuditVerification result(@Nullable Broken broken) {
        return new AuditVerification(
                broken == null, records, first == null ? 0 : first.id(), last.id(), last.hex(), broken);
    }
}
