package org.quantplatform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.Permission;
import org.quantplatform.model.Role;

/** The table of docs/security.md and that of the code are the same. */
class PermissionsTest {

    private static final List<Role> COLUMNS = List.of(Role.VIEWER, Role.USER, Role.ANALYST, Role.ADMIN);

    @Test
    void theDocumentTellsWhatTheCodeDoes() throws IOException {
        Map<String, List<String>> documented = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(Path.of("../../docs/security.md"))) {
            lines.map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .filter(cells ->
                            cells.size() == COLUMNS.size() + 3 && cells.get(1).matches("[a-z_]+"))
                    .filter(cells -> !cells.get(1).equals("permission"))
                    .forEach(cells -> documented.put(cells.get(1), cells.subList(2, COLUMNS.size() + 2)));
        }
        assertThat(documented).isEqualTo(coded());
    }

    private static Map<String, List<String>> coded() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (Permission permission : Permission.values()) {
            table.put(
                    permission.name().toLowerCase(Locale.ROOT),
                    COLUMNS.stream()
                            .map(role -> Permissions.allow(Set.of(role), permission) ? "yes" : "")
                            .toList());
        }
        return table;
    }
}
