package org.quantplatform.store.internal.panels;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;

/**
 * A panel as a file: magic, length of the header, header (JSON), then per field its values as they lie in memory;
 * header and fields each end with their CRC-32C.
 */
final class PanelFile {

    /** The last two digits are the format's version. */
    private static final long MAGIC = 0x5150414e454c3032L;

    private static final int CHUNK = 1 << 20;
    private static final int MAX_HEADER = 1 << 28;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private PanelFile(FileChannel channel) {
        this.channel = channel;
    }

    private record Header(
            String name,
            Market market,
            int[] epochDays,
            List<Instrument> instruments,
            List<CorporateAction> actions,
            String digest,
            long snapshot) {}

    /** Durable when it returns. */
    static void write(Path path, String name, MarketPanel panel) throws IOException {
        Panel prices = panel.prices();
        int[] days = new int[prices.days()];
        for (int day = 0; day < days.length; day++) {
            days[day] = prices.epochDay(day);
        }
        Header header = new Header(
                name, prices.market(), days, panel.instruments(), panel.actions(), panel.digest(), panel.snapshot());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PanelFile file = new PanelFile(channel);
            file.writeHeader(QuantJson.write(header).getBytes(StandardCharsets.UTF_8));
            for (Field field : PanelGrid.FIELDS) {
                file.writeColumn(prices.column(field));
            }
            channel.force(true);
        }
    }

    /** Fails when the file is damaged, or is that of another panel. */
    static MarketPanel read(Path path, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            PanelFile file = new PanelFile(channel);
            Header header = file.readHeader();
            if (!header.name().equals(name)) {
                throw new IOException("it holds the panel " + header.name());
            }
            int cells = Math.multiplyExact(header.instruments().size(), header.epochDays().length);
            Map<Field, double[]> columns = readColumns(channel, cells);
            List<String> tickers =
                    header.instruments().stream().map(Instrument::ticker).toList();
            Panel prices = new Panel(header.market(), header.epochDays(), tickers, columns);
            return new MarketPanel(prices, header.instruments(), header.actions(), header.digest(), header.snapshot());
        } catch (QuantException | IllegalArgumentException | ArithmeticException | NullPointerException e) {
            throw new IOException("its header makes no sense", e);
        }
    }

    private void writeHeader(byte[] header) throws IOException {
        buffer.putLong(MAGIC).putInt(header.length);
        flush();
        CRC32C crc = new CRC32C();
        crc.update(header);
        drain(ByteBuffer.wrap(header));
        buffer.putLong(crc.getValue());
        flush();
    }

    private Header readHeader() throws IOException {
        fill(Long.BYTES + Integer.BYTES);
        if (buffer.getLong() != MAGIC) {
            throw new IOException("it is no panel of this version");
        }
        int length = buffer.getInt();
        if (length < 0 || length > MAX_HEADER) {
            throw new IOException("its header makes no sense");
        }
        byte[] header = new byte[length];
        fully(ByteBuffer.wrap(header));
        CRC32C crc = new CRC32C();
        crc.update(header);
        fill(Long.BYTES);
        check(crc);
        return QuantJson.read(new String(header, StandardCharsets.UTF_8), Header.class);
    }

    private void writeColumn(double[] values) throws IOException {
        CRC32C crc = new CRC32C();
        for (int from = 0; from < values.length; from += CHUNK / Double.BYTES) {
            int count = Math.min(CHUNK / Double.BYTES, values.length - from);
            buffer.asDoubleBuffer().put(values, from, count);
            buffer.limit(count * Double.BYTES);
            crc.update(buffer);
            buffer.position(count * Double.BYTES);
            flush();
        }
        buffer.putLong(crc.getValue());
        flush();
    }

    /** All at once, each by a thread with a buffer of its own. */
    private static Map<Field, double[]> readColumns(FileChannel channel, int cells) throws IOException {
        long first = channel.position();
        long size = (long) cells * Double.BYTES + Long.BYTES;
        if (size * PanelGrid.FIELDS.size() > channel.size() - first) {
            throw new EOFException("it is cut off");
        }
        Map<Field, double[]> columns = new ConcurrentHashMap<>();
        try {
            IntStream.range(0, PanelGrid.FIELDS.size())
                    .parallel()
                    .forEach(i -> columns.put(
                            PanelGrid.FIELDS.get(i), new PanelFile(channel).readColumn(first + size * i, cells)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return columns;
    }

    private double[] readColumn(long start, int cells) {
        double[] values = new double[cells];
        CRC32C crc = new CRC32C();
        try {
            for (int from = 0; from < cells; from += CHUNK / Double.BYTES) {
                int count = Math.min(CHUNK / Double.BYTES, cells - from);
                fill(count * Double.BYTES, start + (long) from * Double.BYTES);
                buffer.asDoubleBuffer().get(values, from, count);
                crc.update(buffer);
            }
            fill(Long.BYTES, start + (long) cells * Double.BYTES);
            check(crc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** Fills the buffer from a place of the file, leaving the channel's own place alone. */
    private void fill(int bytes, long from) throws IOException {
        buffer.clear().limit(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("it is cut off");
            }
        }
        buffer.flip();
    }

    private void check(CRC32C crc) throws IOException {
        if (buffer.getLong() != crc.getValue()) {
            throw new IOException("its checksum is wrong");
        }
    }

    private void fill(int bytes) throws IOException {
        buffer.clear().limit(bytes);
        fully(buffer);
        buffer.flip();
    }

    private void fully(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new EOFException("it is cut off");
            }
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        drain(buffer);
        buffer.clear();
    }

    private void drain(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            channel.write(source);
        }
    }
}
