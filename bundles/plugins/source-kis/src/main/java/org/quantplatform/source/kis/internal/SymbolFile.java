package org.quantplatform.source.kis.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Instrument;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * Reads the lists of instruments that the provider publishes as zipped text in code page 949: of Korea with columns of fixed
 * width counted from the right, of elsewhere with tabs. Warrants, notes and rights are left out.
 */
final class SymbolFile {

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final int MAX_BYTES = 64 << 20;
    private static final int CODE = 9;
    private static final int NAME = 21;
    private static final Map<String, AssetType> KOREAN_GROUPS = Map.of(
            "ST", AssetType.STOCK,
            "MF", AssetType.STOCK,
            "RT", AssetType.STOCK,
            "SC", AssetType.STOCK,
            "IF", AssetType.STOCK,
            "DR", AssetType.STOCK,
            "FS", AssetType.STOCK,
            "EF", AssetType.ETF,
            "FE", AssetType.ETF);
    private static final Set<String> EXCHANGE_TRADED_NOTES = Set.of("002", "006");

    private SymbolFile() {}

    /**
     * The instruments of a venue, as the file orders them.
     *
     * @param zip the file as it was sent
     * @throws IOException when it is no such list
     */
    static List<Instrument> read(byte[] zip, Venue venue) throws IOException {
        List<Instrument> instruments = new ArrayList<>();
        int lines = 0;
        for (String line : unzipped(zip, venue).split("\r?\n")) {
            lines++;
            if (line.isBlank()) {
                continue;
            }
            Instrument instrument = venue.domestic() ? korean(line, venue, lines) : foreign(line, venue, lines);
            if (instrument != null) {
                instruments.add(instrument);
            }
        }
        if (instruments.isEmpty()) {
            throw new UnreadableAnswer(venue.file() + " lists no instrument");
        }
        return List.copyOf(instruments);
    }

    private static String unzipped(byte[] zip, Venue venue) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (in.getNextEntry() == null) {
                throw new UnreadableAnswer(venue.file() + " was sent as something else than a zip file");
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.write(buffer, 0, read);
                if (text.size() > MAX_BYTES) {
                    throw new UnreadableAnswer(venue.file() + " is larger than " + MAX_BYTES + " bytes");
                }
            }
            return text.toString(KOREAN);
        } catch (ZipException | EOFException e) {
            throw new UnreadableAnswer(venue.file() + " was sent incomplete or damaged", e);
        }
    }

    /** Widths as the provider's own readers have them: what follows the name has 227 characters for KOSPI, 221 for KOSDAQ. */
    private static @Nullable Instrument korean(String line, Venue venue, int number) throws IOException {
        int attributes = venue == Venue.KOSPI ? 227 : 221;
        int listed = venue == Venue.KOSPI ? 105 : 99;
        int start = line.length() - attributes;
        if (start <= NAME) {
            throw new UnreadableAnswer(venue.file() + " line " + number + " is too short");
        }
        AssetType type = KOREAN_GROUPS.get(line.substring(start, start + 2));
        if (type == null) {
            return null;
        }
        return new Instrument(
                venue.market(),
                line.substring(0, CODE).strip(),
                venue.exchange(),
                line.substring(NAME, start).strip(),
                type,
                null,
                venue.market().currency(),
                day(line.substring(start + listed, start + listed + 8)),
                null,
                false);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Columns: 4 symbol, 6 Korean name, 7 English name, 8 type (2 stock, 3 exchange-traded), 9 currency, 22 kind of fund. */
    private static @Nullable Instrument foreign(String line, Venue venue, int number) throws IOException {
        String[] cells = line.split("\t", -1);
        if (cells.length < 10 || cells[4].isBlank()) {
            throw new UnreadableAnswer(venue.file() + " line " + number + " has too few columns");
        }
        boolean note = cells.length > 22 && EXCHANGE_TRADED_NOTES.contains(cells[22].strip());
        AssetType type =
                switch (cells[8].strip()) {
                    case "2" -> AssetType.STOCK;
                    case "3" -> note ? null : AssetType.ETF;
                    default -> null;
                };
        if (type == null) {
            return null;
        }
        String name = cells[7].isBlank() ? cells[6].strip() : cells[7].strip();
        return new Instrument(
                venue.market(),
                cells[4].strip(),
                venue.exchange(),
                name,
                type,
                null,
                cells[9].strip(),
                null,
                null,
                false);
    }
}
