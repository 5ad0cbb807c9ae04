package org.quantplatform.assembly.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of docs/security.md: which role has which permission, and what each route needs. */
final class RouteTable {

    private static final List<String> ROLES = List.of("viewer", "user", "analyst", "admin");

    private final Map<String, Set<String>> rolesByPermission = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * A route.
     *
     * @param permission {@code open} when it needs none
     * @param own whether only the owner of the thing is answered
     */
    record Row(String method, String path, String permission, boolean own) {

        boolean open() {
            return permission.equals("open");
        }
    }

    private RouteTable() {}

    static RouteTable read(Path document) throws IOException {
        RouteTable table = new RouteTable();
        for (String line : Files.readAllLines(document)) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() == ROLES.size() + 3 && cells.get(1).matches("[a-z_]+")) {
                table.addPermission(cells.get(1), cells.subList(2, ROLES.size() + 2));
            }
            if (cells.size() == 4 && cells.get(1).matches("`(GET|POST|PUT|DELETE) /.*`")) {
                table.addRoute(
                        cells.get(1).replace("`", "").split(" "), cells.get(2).split(", "));
            }
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether the role alone lets its holder use the route. */
    boolean allows(String role, Row row) {
        return row.open()
                || rolesByPermission.getOrDefault(row.permission(), Set.of()).contains(role);
    }

    private void addPermission(String permission, List<String> marks) {
        Set<String> roles = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).equals("yes")) {
                roles.add(ROLES.get(i));
            }
        }
        rolesByPermission.put(permission, roles);
    }

    private void addRoute(String[] route, String[] needs) {
        rows.add(new Row(route[0], route[1], needs[0], needs.length > 1));
    }
}
