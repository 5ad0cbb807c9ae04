package org.quantplatform.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.input.BadInput;

/** Ends a command with an exit code and one line. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_ERRORS = 5;

    private final int exitCode;

    public Failure(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    private Failure(int exitCode, String line, Throwable cause) {
        super(line, cause);
        this.exitCode = exitCode;
    }

    /** Whatever was thrown, as a line without class names. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        if (thrown instanceof BadInput bad) {
            return new Failure(ExitCode.USAGE, line(bad.getMessage()), bad);
        }
        if (thrown instanceof InterruptedException || Thread.interrupted()) {
            return new Failure(ExitCode.INTERRUPTED, "interrupted", thrown);
        }
        if (thrown instanceof QuantException refused) {
            return new Failure(codeOf(refused.code()), words(refused), refused);
        }
        String said = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return new Failure(ExitCode.FAILED, line(said) + " (-vv tells more)", thrown);
    }

    public int exitCode() {
        return exitCode;
    }

    public String line() {
        return String.valueOf(getMessage());
    }

    private static int codeOf(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE -> ExitCode.UNREACHABLE;
            case INTERNAL -> ExitCode.FAILED;
            default -> ExitCode.REFUSED;
        };
    }

    private static String words(QuantException refused) {
        List<FieldError> errors = refused.errors();
        if (errors.isEmpty()) {
            return line(refused.getMessage());
        }
        String listed = errors.stream()
                .limit(SHOWN_ERRORS)
                .map(e -> e.field().isEmpty() ? e.message() : e.field() + ": " + e.message())
                .collect(Collectors.joining("; "));
        int more = errors.size() - SHOWN_ERRORS;
        return line(more > 0 ? listed + " (and " + more + " more)" : listed);
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", " ");
    }
}
