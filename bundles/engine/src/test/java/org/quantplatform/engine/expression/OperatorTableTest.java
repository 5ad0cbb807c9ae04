package org.quantplatform.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of operators in the documents says what the code's table says. */
class OperatorTableTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "expressions.md");

    @Test
    void namesEveryOperatorInOrder() throws Exception {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[A-Z]\\w*\\(.*"))
                .toList();
        assertThat(rows)
                .isEqualTo(Operators.all().stream().map(OperatorTableTest::row).toList());
    }

    private static String row(Operator operator) {
        String infix = operator.infix().isEmpty() ? "" : "`" + operator.infix().replace("|", "\\|") + "`";
        String help = operator.help().replace("|x|", "\\|x\\|");
        return "| `%s` | %s | %s | %s |"
                .formatted(operator.usage(), infix, operator.scope().name().toLowerCase(Locale.ROOT), help);
    }
}
