package org.quantplatform.source.csv.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;

/**
 * How the files are to be read.
 *
 * @param columns name in the file by our name, as far as the caller gave them
 * @param delimiter 0 when it is to be found out
 * @param ticker of every row, for files without such a column
 */
record CsvOptions(
        Kind kind,
        boolean wide,
        Map<String, String> columns,
        char delimiter,
        Charset charset,
        @Nullable String dateFormat,
        @Nullable String ticker,
        @Nullable String exchange,
        @Nullable String currency) {

    /** What the rows are. */
    enum Kind {
        BARS(DataKind.DAILY_BARS),
        FUNDAMENTALS(DataKind.FUNDAMENTALS),
        ACTIONS(DataKind.CORPORATE_ACTIONS),
        INDEX(DataKind.INDEX_MEMBERS);

        private final DataKind delivers;

        Kind(DataKind delivers) {
            this.delivers = delivers;
        }

        DataKind delivers() {
            return delivers;
        }
    }

    static final List<String> COLUMNS = List.of("ticker", "date", "open", "high", "low", "close", "volume");

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "kind",
            "layout",
            "field",
            "delimiter",
            "charset",
            "date_format",
            "ticker",
            "market",
            "exchange",
            "currency"));

    static CsvOptions of(Map<String, String> given) {
        Kind kind = kind(given.getOrDefault("kind", "bars"));
        Map<String, String> columns = columns(given, kind);
        boolean wide = wide(given.getOrDefault("layout", "long"));
        if (wide && (kind == Kind.ACTIONS || kind == Kind.INDEX)) {
            throw new PluginException("layout: must be long for actions and members of indexes");
        }
        if (kind != Kind.BARS && given.containsKey("field")) {
            throw new PluginException("field: belongs to bars only");
        }
        String field = given.getOrDefault("field", "close");
        if (wide && !field.equals("close")) {
            throw new PluginException("field: a wide file can hold close only, because a bar needs a close, not '"
                    + field + "'; use the long layout for other fields");
        }
        return new CsvOptions(
                kind,
                wide,
                columns,
                delimiter(given.get("delimiter")),
                charset(given.get("charset")),
                given.get("date_format"),
                given.get("ticker"),
                given.get("exchange"),
                given.get("currency"));
    }

    private static Kind kind(String kind) {
        return switch (kind) {
            case "bars" -> Kind.BARS;
            case "fundamentals" -> Kind.FUNDAMENTALS;
            case "actions" -> Kind.ACTIONS;
            case "index" -> Kind.INDEX;
            default ->
                throw new PluginException("kind: must be bars, fundamentals, actions or index, was '" + kind + "'");
        };
    }

    private static Map<String, String> columns(Map<String, String> given, Kind kind) {
        Map<String, String> columns = new HashMap<>();
        for (Map.Entry<String, String> option : given.entrySet()) {
            String name = option.getKey();
            boolean column = name.startsWith("columns.");
            if (column && (kind != Kind.BARS || COLUMNS.contains(name.substring(8)))) {
                columns.put(name.substring(8), option.getValue().strip());
            } else if (column || !NAMES.contains(name)) {
                throw new PluginException("unknown option '" + name + "'; there are " + String.join(", ", NAMES)
                        + " and columns.X with X one of " + String.join(", ", COLUMNS));
            }
        }
        return Map.copyOf(columns);
    }

    private static boolean wide(String layout) {
        return switch (layout) {
            case "wide" -> true;
            case "long" -> false;
            default -> throw new PluginException("layout: must be long or wide, was '" + layout + "'");
        };
    }

    private static char delimiter(@Nullable String text) {
        if (text == null || text.equals("auto")) {
            return 0;
        }
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || text.equals("\"") || text.equals("\n") || text.equals("\r")) {
            throw new PluginException("delimiter: must be one character, tab or auto, was '" + text + "'");
        }
        return text.charAt(0);
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new PluginException("charset: there is no '" + name + "'", e);
        }
    }
}
