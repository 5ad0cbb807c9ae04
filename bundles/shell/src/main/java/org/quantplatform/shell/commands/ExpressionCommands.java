package org.quantplatform.shell.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code factor expression}, and what expressions may call. */
public final class ExpressionCommands {

    private static final Table<StoredExpression> TABLE = Table.of(StoredExpression.class)
            .text("id", StoredExpression::id)
            .text("expression", StoredExpression::expression)
            .number("history", StoredExpression::history, e -> Figures.count(e.history()))
            .text("reads", e -> String.join(" ", e.fields()));

    private static final Table<ExpressionOperator> OPERATORS = Table.of(ExpressionOperator.class)
            .text("operator", ExpressionOperator::usage)
            .text("sign", ExpressionOperator::infix)
            .text("scope", ExpressionOperator::scope)
            .text("help", ExpressionOperator::help);

    private ExpressionCommands() {}

    /** The table of the documents. */
    @Command(name = "operators", description = "List what expressions may call")
    public static final class ListOperators extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().expressions().operators(page.request()), "operators", OPERATORS);
        }
    }

    /** All of the caller's. */
    @Command(name = "list", description = "List the stored expressions")
    public static final class ListExpressions extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().expressions().list(page.request()), "expressions", TABLE);
        }
    }

    /** With what it reads. */
    @Command(name = "show", description = "Show a stored expression and what it reads")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.EXPRESSION, description = "Id of the expression")
        private String id = "";

        @Override
        int run() {
            StoredExpression stored = session().expressions().get(id);
            if (!printed(stored)) {
                screen().pairs(List.of(
                        Pair.of("Expression", stored.id()),
                        Pair.of("Text", stored.expression()),
                        Pair.of("Description", Figures.text(stored.description())),
                        Pair.of("Reads", String.join(" ", stored.fields())),
                        Pair.of("History", Figures.count(stored.history()) + " trading days"),
                        Pair.of("Depends", stored.crossSection() ? "on all assets" : "on the asset alone"),
                        Pair.of("Created", Figures.time(stored.createdAt()))));
            }
            return ExitCode.DONE;
        }
    }

    /** Usable as a factor at once. */
    @Command(name = "create", description = "Store an expression, which is a factor from then on")
    public static final class Create extends QuantCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, _ and -")
        private String name = "";

        @Parameters(index = "1", paramLabel = "TEXT", description = "Such as 'Mean($close, 20) / $close'")
        private String text = "";

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is about")
        private @Nullable String description;

        @Override
        int run() {
            StoredExpression stored = session().expressions().create(new ExpressionDefinition(name, text, description));
            if (!printed(stored)) {
                screen().line("created expression " + stored.id());
            }
            return ExitCode.DONE;
        }
    }

    /** What used it stays as it is. */
    @Command(name = "delete", description = "Delete a stored expression; what used it stays as it is")
    public static final class Delete extends QuantCommand {

        @Parameters(paramLabel = Values.EXPRESSION, description = "Id of the expression")
        private String id = "";

        @Override
        int run() {
            session().expressions().delete(id);
            note("deleted expression " + id);
            return ExitCode.DONE;
        }
    }
}
