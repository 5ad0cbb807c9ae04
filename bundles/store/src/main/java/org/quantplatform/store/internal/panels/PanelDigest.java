package org.quantplatform.store.internal.panels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/**
 * SHA-256 over everything that a calculation sees of a panel: days, tickers, each column's name and the SHA-256 of the
 * bits of its values, actions. Columns are digested on all processors.
 */
final class PanelDigest {

    private static final int CHUNK = 8192;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private PanelDigest() {}

    static String of(Panel panel, List<CorporateAction> actions) {
        PanelDigest digest = new PanelDigest();
        digest.number(panel.days());
        for (int day = 0; day < panel.days(); day++) {
            digest.number(panel.epochDay(day));
        }
        panel.tickers().forEach(digest::text);
        List<Field> fields = panel.fields();
        List<byte[]> columns = fields.parallelStream()
                .map(field -> ofColumn(panel.column(field)))
                .toList();
        for (int i = 0; i < columns.size(); i++) {
            digest.text(fields.get(i).name());
            digest.bytes(columns.get(i));
        }
        for (CorporateAction action : actions) {
            digest.text(action.ticker());
            digest.text(action.kind().name());
            digest.number(action.exDate().toEpochDay());
            digest.number(Double.doubleToRawLongBits(action.value()));
        }
        return HexFormat.of().formatHex(digest.finish());
    }

    /** One digest that stands for all. */
    static String joined(List<String> digests) {
        PanelDigest digest = new PanelDigest();
        digests.forEach(digest::text);
        return HexFormat.of().formatHex(digest.finish());
    }

    private void number(long value) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(value);
    }

    private void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] value) {
        number(value.length);
        flush();
        digest.update(value);
    }

    private static byte[] ofColumn(double[] values) {
        PanelDigest digest = new PanelDigest();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            digest.buffer.asDoubleBuffer().put(values, from, count);
            digest.buffer.position(count * Double.BYTES);
            digest.flush();
        }
        return digest.finish();
    }

    private byte[] finish() {
        flush();
        return digest.digest();
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
