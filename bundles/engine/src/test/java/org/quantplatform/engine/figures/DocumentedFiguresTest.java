package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tables of the documents say what the catalogue says. */
class DocumentedFiguresTest {

    private static final Path DOCUMENT = Path.of("../../docs/statistics.md");

    @Test
    void everyFigureIsToldInOrder() throws IOException {
        List<String> told = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(DocumentedFiguresTest::row).toList());
    }

    private static String row(Figure<?> figure) {
        return "| `%s` | %s | %s | `%s` | %s |"
                .formatted(
                        figure.id(),
                        figure.unit().name().toLowerCase(Locale.ROOT),
                        figure.title(),
                        cell(figure.formula()),
                        cell(figure.convention()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
