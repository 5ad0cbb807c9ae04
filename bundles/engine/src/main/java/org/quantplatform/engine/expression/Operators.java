package org.quantplatform.engine.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operators that there are: the one table that the parser, the documents and every face read. */
public final class Operators {

    private static final Map<String, Definition> TABLE = new LinkedHashMap<>();

    static {
        Stream.of(CellTable.ROWS, TimeTable.ROWS, DayTable.ROWS)
                .flatMap(Collection::stream)
                .forEach(row -> TABLE.put(row.id(), row));
    }

    private Operators() {}

    /** First those between cells, then along time, then across assets. */
    public static List<Operator> all() {
        return TABLE.values().stream().map(Definition::operator).toList();
    }

    static Optional<Definition> find(String id) {
        return Optional.ofNullable(TABLE.get(id));
    }

    static Definition get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no operator " + id));
    }

    static Collection<String> ids() {
        return TABLE.keySet();
    }
}
