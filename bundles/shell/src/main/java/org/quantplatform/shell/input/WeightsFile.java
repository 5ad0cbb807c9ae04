package org.quantplatform.shell.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Target weights in a CSV with the columns {@code date}, {@code ticker} and {@code weight}. */
public final class WeightsFile {

    private static final String HEADER = "date,ticker,weight";

    /** What a request carries; the server takes no more. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Path file;
    private final StringBuilder rows = new StringBuilder(HEADER);
    private int line;

    private WeightsFile(Path file) {
        this.file = file;
    }

    /**
     * Empty lines are passed over.
     *
     * @return the header and the rows, parted by semicolons
     * @throws BadInput naming the file, and the line that cannot be read
     */
    public static String read(Path file) {
        WeightsFile weights = new WeightsFile(file);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            weights.header(reader.readLine());
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                weights.row(text.strip());
            }
            return weights.rows.toString();
        } catch (NoSuchFileException e) {
            throw new BadInput("no file " + file);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read");
        }
    }

    private void header(@Nullable String text) {
        line = 1;
        if (text == null || !text.replace("\uFEFF", "").replace(" ", "").strip().equalsIgnoreCase(HEADER)) {
            throw wrong("must be the header " + HEADER);
        }
    }

    private void row(String text) {
        line++;
        if (text.isEmpty()) {
            return;
        }
        String[] cells = text.split("\\s*,\\s*", -1);
        if (cells.length != 3 || cells[1].isEmpty() || text.contains(";")) {
            throw wrong("must be date,ticker,weight, was '" + text + "'");
        }
        checkDate(cells[0]);
        checkWeight(cells[2]);
        rows.append(';').append(String.join(",", cells));
        if (rows.length() > MOST_CHARACTERS) {
            throw wrong("the weights up to here are more than " + MOST_CHARACTERS + " characters; run them in parts");
        }
    }

    private void checkDate(String text) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("must begin with a date such as 2020-01-31, was '" + text + "'");
        }
    }

    private void checkWeight(String text) {
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
            throw wrong("must end with a number, was '" + text.toLowerCase(Locale.ROOT) + "'");
        }
    }

    private BadInput wrong(String what) {
        return new BadInput(file.getFileName() + ", line " + line + ": " + what);
    }
}
