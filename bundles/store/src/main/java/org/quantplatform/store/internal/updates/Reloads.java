package org.quantplatform.store.internal.updates;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Chunks that read whole histories again: prices that were adjusted anew are wrong before the overlap too. */
final class Reloads {

    /** Instruments of which the earliest bar that came differs from what was stored, though earlier ones are stored. */
    private static final String CORRECTED =
            """
            select n.ticker, min(b.date) as first_day, max(n.first_day) as known_from
            from staged_names n
            join ohlcv_revisions r on r.instrument_id = n.instrument_id and r.date = n.first_day and r.replaced_by = ?
            join daily_bars b on b.market = n.market and b.instrument_id = n.instrument_id and b.date < n.first_day
            where n.has_bars
              and exists (select from update_chunks where update_id = ? and number = ? and kind = 'update')
            group by n.ticker order by first_day, n.ticker""";

    private static final String ADD =
            """
            insert into update_chunks (update_id, number, kind, tickers, first_day, last_day, requested)
            select ?, max(number) + 1, 'reload', ?, ?, ?, 0 from update_chunks where update_id = ?""";

    private Reloads() {}

    /** Days of one instrument. */
    record History(String ticker, LocalDate from, LocalDate to) {}

    /** After a delivery to a chunk, whose staged names and revisions are there; of a backfill nothing follows. */
    static void add(Session session, DeliveryKey key, long snapshot) throws SQLException {
        List<History> corrected = session.list(
                CORRECTED,
                row -> new History(
                        row.getString("ticker"), Columns.date(row, "first_day"), Columns.date(row, "known_from")),
                (int) snapshot,
                key.updateId(),
                key.chunk());
        for (Chunk chunk : chunks(corrected)) {
            session.update(
                    ADD,
                    key.updateId(),
                    chunk.tickers().toArray(String[]::new),
                    chunk.from(),
                    chunk.to(),
                    key.updateId());
        }
    }

    /** @param histories in order of their first day, so that those of a chunk are of about the same length */
    static List<Chunk> chunks(List<History> histories) {
        List<Chunk> chunks = new ArrayList<>();
        List<History> together = new ArrayList<>();
        for (History history : histories) {
            together.add(history);
            if (!fits(chunk(together))) {
                together.remove(together.size() - 1);
                chunks.add(chunk(together));
                together = new ArrayList<>(List.of(history));
            }
        }
        if (!together.isEmpty()) {
            chunks.add(chunk(together));
        }
        return chunks;
    }

    private static Chunk chunk(List<History> histories) {
        LocalDate last =
                histories.stream().map(History::to).max(LocalDate::compareTo).orElseThrow();
        return new Chunk(
                UpdateChunkKind.RELOAD,
                histories.stream().map(History::ticker).toList(),
                histories.get(0).from(),
                last,
                0);
    }

    /** By weekdays, since which of them were sessions only a calendar knows. */
    private static boolean fits(Chunk chunk) {
        long weekdays = (chunk.to().toEpochDay() - chunk.from().toEpochDay()) * 5 / 7 + 1;
        int tickers = chunk.tickers().size();
        return tickers == 1 || tickers <= Chunk.USUAL_TICKERS && tickers * weekdays <= Chunk.MOST_ROWS;
    }
}
